import { sql } from 'kysely';
import { UserError } from '../errors.ts';
import { holdHead, writeHead } from './audit/audit-head.ts';
import { rowWords } from './row-words.ts';
import type { Store, Tx } from './store.ts';
import type { Tables } from './tables.ts';

/** Each after those that it refers to. */
export const tableNames = [
  'followUp',
  'occurrence',
  'history',
  'boardSettings',
  'boardHistory',
  'outbox',
  'calendarFeed',
  'seenEvent',
  'askedQuestion',
  'answerRating',
  'evidenceGap',
  'gapAsker',
  'gapQuestion',
  'claimFlag',
  'claimReview',
  'curationState',
  'installation',
  'organisationTeam',
  'audit',
] as const satisfies readonly (keyof Tables)[];
export type TableName = (typeof tableNames)[number];
/** Both stores wrote theirs when they were opened, with one and the same ring; what is in hand is its own app's. */
type OwnToEach = 'sealCanary' | 'auditHead' | 'requestInHand';
type MissingTable = Exclude<keyof Tables, TableName | OwnToEach>;
/** Does not compile when a table is added to the store and not to this list. */
const _everyTable: MissingTable extends never ? true : never = true;

export type RowCounts = Record<TableName, number>;

/** Rows a statement; PostgreSQL takes 65,535 values in one. */
const batchSize = 1_000;

/**
 * Copies everything into an empty store, all or nothing, and gives back how many rows of each table. Nobody can
 * write to an embedded source meanwhile. Throws `UserError` when the target holds rows or the source is in use.
 */
export async function copyStore(source: Store, target: Store, nowMs: number): Promise<RowCounts> {
  return source.transaction((from) =>
    target.transaction(async (to) => {
      await refuseWhileSending(from, nowMs);
      await refuseUnlessEmpty(to);
      for (const name of tableNames) {
        await copyTable(from, to, name);
        // Or PostgreSQL still takes the table for an empty one, and reads a whole board for each row that refers to it.
        if (target.engine === 'postgres') await sql`analyze ${sql.table(name)}`.execute(to);
      }
      await copyCanaries(from, to);
      // The chain goes on where it stood; a head that was altered is noticed here.
      await writeHead(to, await holdHead(from));
      const [before, after] = [await countRows(from), await countRows(to)];
      if (tableNames.some((name) => before[name] !== after[name]))
        throw new Error(`The copy has ${JSON.stringify(after)} rows, the source ${JSON.stringify(before)}.`);
      return after;
    }),
  );
}

/** An app that goes on with the old store would send what the new one sends too. */
async function refuseWhileSending(from: Tx, nowMs: number): Promise<void> {
  const leased = await from
    .selectFrom('outbox')
    .select('id')
    .where('leaseUntilMs', '>', nowMs)
    .executeTakeFirst();
  if (leased)
    throw new UserError('An app is sending messages from this store. Stop it, wait a minute and try again.');
}

export async function refuseUnlessEmpty(to: Tx): Promise<void> {
  const counts = await countRows(to);
  const filled = tableNames.filter((name) => counts[name] > 0);
  if (filled.length > 0)
    throw new UserError(
      `The target already holds rows (${filled.map(rowWords).join(', ')}). Name an empty database.`,
    );
}

async function copyTable(from: Tx, to: Tx, name: TableName): Promise<void> {
  const { rows } = await sql<Row>`select * from ${sql.table(name)}`.execute(from.withTables<AnyTable>());
  if (isNumbered(name)) rows.sort((a, b) => Number(a.id) - Number(b.id));
  for (let start = 0; start < rows.length; start += batchSize)
    await insertRows(to, name, rows.slice(start, start + batchSize));
}

/** History is numbered anew, in the order in which it comes: its own numbers are nobody's reference. */
export const isNumbered = (name: TableName) => name === 'history' || name === 'boardHistory';

/** Writes rows as they stood in another store; more than a thousand at once are too many for a statement. */
export async function insertRows(to: Tx, name: TableName, rows: readonly Row[]): Promise<void> {
  await to
    .withTables<AnyTable>()
    .insertInto(name as 'any')
    .values(rows.map(({ id, ...row }) => (isNumbered(name) || id === undefined ? row : { id, ...row })))
    .execute();
}

/** An older key may have sealed rows of the source; the target must ask for it at each start, too. */
async function copyCanaries(from: Tx, to: Tx): Promise<void> {
  for (const canary of await from.selectFrom('sealCanary').selectAll().execute())
    await to
      .insertInto('sealCanary')
      .values(canary)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** A row of any table, so that its type is known to no query. */
export type Row = Record<string, string | number | null>;
export type AnyTable = { any: Row };

export async function countRows(tx: Tx, names: readonly TableName[] = tableNames): Promise<RowCounts> {
  const counts = {} as RowCounts;
  for (const name of names) {
    const { count } = await tx
      .selectFrom(name)
      .select((column) => column.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    counts[name] = count;
  }
  return counts;
}
