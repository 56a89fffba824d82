import { UserError } from '../../errors.ts';
import { createHead } from '../audit/audit-head.ts';
import { type AuditVerdict, verifyAudit } from '../audit/verify-audit.ts';
import { countRows, insertRows, refuseUnlessEmpty, type TableName, tableNames } from '../copy-store.ts';
import { appliedMigrations, isBegun, migrate, migrationNames } from '../migrate.ts';
import { checkKeys } from '../sealing/check-keys.ts';
import type { Engine, Store, Tx } from '../store.ts';
import type { Batch, Header } from './backup-format.ts';
import type { CheckedBackup } from './read-backup-file.ts';

export interface Restored {
  takenAtMs: number;
  rows: Readonly<Record<string, number>>;
  /** Messages that the app may have sent after the backup: it looks for each before it sends it. */
  toLookFor: number;
  audit: AuditVerdict;
}

/**
 * Puts a backup into an empty store of either kind, all or nothing, and brings one of an older version up to date.
 * `target` is connected, not opened: its tables are made here. Throws `UserError`.
 */
export async function restoreBackup(backup: CheckedBackup, target: Store, nowMs: number): Promise<Restored> {
  const { header, rows } = backup;
  return target.transaction(async (tx) => {
    await refuseUnfit(tx, target.engine, header);
    await migrate(tx, target.engine, header.migrations);
    await writeRows(tx, backup);
    await migrate(tx, target.engine);
    await checkKeys(tx);
    await createHead(tx);
    const toLookFor = await markDoubtful(tx, header.takenAtMs, nowMs);
    const audit = await verifyAudit(tx);
    const outcome = `restored as of ${new Date(header.takenAtMs).toISOString()}`;
    tx.record({
      ...{ actor: 'command-line', atMs: nowMs, teamId: '', channelId: '', about: [] },
      ...{ action: 'changed', what: 'store', outcome },
    });
    return { takenAtMs: header.takenAtMs, rows, toLookFor, audit };
  });
}

async function refuseUnfit(tx: Tx, engine: Engine, { migrations }: Header): Promise<void> {
  if (!(await isBegun(tx, engine))) return;
  const applied = await appliedMigrations(tx);
  const same = (names: readonly string[]) => [...names].sort().join() === applied.join();
  if (!same(migrations) || !same(migrationNames))
    throw new UserError(
      'The target was already started, by another version than the backup’s. Name a database that is new and was never started.',
    );
  await refuseUnlessEmpty(tx);
}

async function writeRows(tx: Tx, { batches, rows }: CheckedBackup): Promise<void> {
  if ((rows.auditHead ?? 0) > 0) await tx.deleteFrom('auditHead').execute();
  for await (const batch of batches()) await writeBatch(tx, batch);
  const names = tableNames.filter((name) => (rows[name] ?? 0) > 0);
  const counts = await countRows(tx, names);
  for (const name of names)
    if (counts[name] !== rows[name])
      throw new Error(`${name} has ${counts[name]} rows after the restore, the backup ${rows[name]}.`);
}

async function writeBatch(tx: Tx, { table, rows }: Batch): Promise<void> {
  if (table === 'sealCanary')
    await tx
      .insertInto('sealCanary')
      .values(rows as { keyId: string; sealed: string }[])
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  else if (table === 'auditHead')
    await tx
      .insertInto('auditHead')
      .values(rows as { id: number; sealed: string }[])
      .execute();
  else await insertRows(tx, table as TableName, rows);
}

/**
 * What was due by now may have been sent between the backup and the loss. It is written down as posted at the earliest
 * when the backup was taken, though nobody knows where: so it is looked for before it is sent.
 */
async function markDoubtful(tx: Tx, takenAtMs: number, nowMs: number): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('outbox')
    .set({ firstPostAtMs: takenAtMs })
    // What was being sent had not come to its end.
    .where((row) => row.or([row('nextAttemptAtMs', '<=', nowMs), row('state', '=', 'sending')]))
    .where('firstPostAtMs', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
