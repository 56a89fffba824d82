import { sql } from 'kysely';
import { StartError } from '../start-error.ts';
import { createFollowUpTables } from './migrations/0001-follow-up-tables.ts';
import { addWithdrawnDeliveries } from './migrations/0002-withdrawn-deliveries.ts';
import { createBoardHistory } from './migrations/0003-boards-and-people.ts';
import { addDigestsAndCalendarFeeds } from './migrations/0004-digests-and-calendar-feeds.ts';
import { createAuditTables } from './migrations/0005-audit.ts';
import { createQuestionTables } from './migrations/0007-questions.ts';
import type { Engine, Tx } from './store.ts';

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
];

/**
 * Brings the tables up to date. All steps are committed together; of several processes that start at once one
 * works and the others wait: SQLite's transactions begin immediate, and PostgreSQL has the advisory lock.
 */
export async function migrate(tx: Tx, engine: Engine): Promise<void> {
  if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${advisoryLockKey})`.execute(tx);
  const db = tx.withTables<MigrationTable>();
  await db.schema
    .createTable('storeMigration')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.notNull().primaryKey())
    .addColumn('appliedAtMs', engine === 'sqlite' ? 'integer' : 'bigint', (column) => column.notNull())
    .modifyEnd(engine === 'sqlite' ? sql`strict` : sql``)
    .execute();
  const applied = new Set(
    (await db.selectFrom('storeMigration').select('name').execute()).map(({ name }) => name),
  );
  refuseNewer(applied);
  for (const { name, up } of migrations.filter((migration) => !applied.has(migration.name))) {
    await up(tx, engine);
    await db.insertInto('storeMigration').values({ name, appliedAtMs: Date.now() }).execute();
  }
}

/** An older app would write rows without the columns that a newer one relies on. */
function refuseNewer(applied: ReadonlySet<string>): void {
  const unknown = [...applied].filter((name) => !migrations.some((migration) => migration.name === name));
  if (unknown.length > 0)
    throw new StartError(
      `The database was written by a newer IMT Board (${unknown.join(', ')}). Start that version, or restore a backup.`,
    );
}
