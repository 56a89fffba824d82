import { type ExpressionBuilder, sql } from 'kysely';
import { holdHead, writeHead } from '../audit/audit-head.ts';
import type { Store, Tx } from '../store.ts';
import { caseCodeScope, placeIn, type SealedTable, sealedColumns } from './sealed-place.ts';

/** Rows a transaction, so that an app which is running waits for none of them for long. */
const batchSize = 500;

/** A row of any sealed table. */
interface Row {
  teamId: string;
  channelId: string;
  id: string;
  [column: string]: string | number | null;
}
type AnyTable = { any: Row };

/**
 * Seals with the first key of the ring whatever an older one sealed, and gives back how many rows that were. It may
 * run while the app does, and again after it was cut off. At its end the older keys may be taken out of the ring.
 */
export async function rekey(store: Store): Promise<number> {
  let rekeyed = 0;
  for (const table of Object.keys(sealedColumns) as SealedTable[])
    for (let count = -1; count !== 0; rekeyed += count)
      count = await store.transaction((tx) => rekeyBatch(tx, table));
  await store.transaction(async (tx) => {
    const head = await holdHead(tx);
    // From here on nobody commits what an older key sealed, without leaving its sentence anew.
    await tx.deleteFrom('sealCanary').where('keyId', '!=', tx.sealing.keyId).execute();
    for (const table of Object.keys(sealedColumns) as SealedTable[])
      for (let count = -1; count !== 0; rekeyed += count) count = await rekeyBatch(tx, table);
    await writeHead(tx, head);
  });
  return rekeyed;
}

async function rekeyBatch(tx: Tx, table: SealedTable): Promise<number> {
  const { sealing } = tx;
  const { columns } = sealedColumns[table];
  const older = (column: ExpressionBuilder<AnyTable, 'any'>) =>
    column.or(
      columns.map((name) =>
        column(sql`substr(${sql.ref(name)}, 1, ${sealing.keyId.length + 1})`, '!=', `${sealing.keyId}.`),
      ),
    );
  const anyTable = tx.withTables<AnyTable>();
  const rows = (await anyTable
    .selectFrom(table as 'any')
    .selectAll()
    .where(older)
    .limit(batchSize)
    .execute()) as Row[];
  for (const row of rows)
    await anyTable
      .updateTable(table as 'any')
      .set(resealed(tx, table, row))
      .where('teamId', '=', row.teamId)
      .where('channelId', '=', row.channelId)
      .where('id', '=', row.id)
      // Somebody who changed it meanwhile has sealed it anew.
      .where(older)
      .execute();
  return rows.length;
}

function resealed({ sealing }: Tx, table: SealedTable, row: Row): Record<string, string> {
  const texts = sealedColumns[table].columns.flatMap((column) => {
    const sealed = row[column];
    const place = placeIn(table, column, row);
    return typeof sealed === 'string' ? [{ column, place, text: sealing.open(place, sealed) }] : [];
  });
  const caseCode = texts.find(({ column }) => column === 'caseCode')?.text;
  return {
    ...Object.fromEntries(texts.map(({ column, place, text }) => [column, sealing.seal(place, text)])),
    ...(caseCode === undefined ? {} : { caseCodeIndex: sealing.index(caseCodeScope(row), caseCode) }),
  };
}
