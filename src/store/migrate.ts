import { sql } from 'kysely';
import { StartError } from '../start-error.ts';
import { createFollowUpTables } from './migrations/0001-follow-up-tables.ts';
import { addWithdrawnDeliveries } from './migrations/0002-withdrawn-deliveries.ts';
import { createBoardHistory } from './migrations/0003-boards-and-people.ts';
import { addDigestsAndCalendarFeeds } from './migrations/0004-digests-and-calendar-feeds.ts';
import { createAuditTables } from './migrations/0005-audit.ts';
import { createQuestionTables } from './migrations/0007-questions.ts';
import { createFlagTables } from './migrations/0008-flags.ts';
import { createInstallationTables } from './migrations/0009-installations.ts';
import { createRequestsInHandTable } from './migrations/0010-requests-in-hand.ts';
import type { Engine, Reader, Tx } from './store.ts';

/** Any number that no other program uses on the same database. */
const advisoryLockKey = 1_767_268_097;

type MigrationTable = {
  storeMigration: { name: string; appliedAtMs: number };
};

/** In this order. A step that has been released is never changed; a new one is added. */
const migrations: readonly { name: string; up(tx: Tx, engine: Engine): Promise<void> }[] = [
  { name: '0001-follow-up-tables', up: createFollowUpTables },
  { name: '0002-withdrawn-deliveries', up: addWithdrawnDeliveries },
  { name: '0003-boards-and-people', up: createBoardHistory },
  { name: '0004-digests-and-calendar-feeds', up: addDigestsAndCalendarFeeds },
  { name: '0005-audit', up: createAuditTables },
  { name: '0007-questions', up: createQuestionTables },
  { name: '0008-flags', up: createFlagTables },
  { name: '0009-installations', up: createInstallationTables },
  { name: '0010-requests-in-hand', up: createRequestsInHandTable },
];

export const migrationNames: readonly string[] = migrations.map(({ name }) => name);

/**
 * Brings the tables up to date. All steps are committed together; of several processes that start at once one
 * works and the others wait: SQLite's transactions begin immediate, and PostgreSQL has the advisory lock. `upTo` are
 * the steps to take, when not all: those that a backup was written with.
 */
export async function migrate(tx: Tx, engine: Engine, upTo = migrationNames): Promise<void> {
  if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${advisoryLockKey})`.execute(tx);
  const db = tx.withTables<MigrationTable>();
  await db.schema
    .createTable('storeMigration')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.notNull().primaryKey())
    .addColumn('appliedAtMs', engine === 'sqlite' ? 'integer' : 'bigint', (column) => column.notNull())
    .modifyEnd(engine === 'sqlite' ? sql`strict` : sql``)
    .execute();
  const applied = new Set(await appliedMigrations(tx));
  refuseNewer(applied);
  const wanted = migrations.filter(({ name }) => upTo.includes(name) && !applied.has(name));
  for (const { name, up } of wanted) {
    await up(tx, engine);
    await db.insertInto('storeMigration').values({ name, appliedAtMs: Date.now() }).execute();
  }
}

/** The steps that a database has taken; it must have taken one. */
export async function appliedMigrations(reader: Reader): Promise<string[]> {
  const rows = await reader
    .withTables<MigrationTable>()
    .selectFrom('storeMigration')
    .select('name')
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
}

/** Whether a database was ever begun; asked without a query that would end PostgreSQL's transaction when it fails. */
export async function isBegun(reader: Reader, engine: Engine): Promise<boolean> {
  const table =
    engine === 'sqlite'
      ? sql`select name from sqlite_schema where name = 'store_migration'`
      : sql`select 1 as found where to_regclass('store_migration') is not null`;
  return (await table.execute(reader)).rows.length > 0;
}

/** An older app would write rows without the columns that a newer one relies on. */
function refuseNewer(applied: ReadonlySet<string>): void {
  const unknown = [...applied].filter((name) => !migrations.some((migration) => migration.name === name));
  if (unknown.length > 0)
    throw new StartError(
      `The database was written by a newer IMT Board (${unknown.join(', ')}). Start that version, or restore a backup.`,
    );
}
