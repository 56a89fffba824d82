import { sql } from 'kysely';
import { UserError } from '../../errors.ts';
import { type AnyTable, isNumbered, type Row, type TableName, tableNames } from '../copy-store.ts';
import { appliedMigrations, isBegun, migrationNames } from '../migrate.ts';
import { checkKeys } from '../sealing/check-keys.ts';
import type { Store, Tx } from '../store.ts';
import { type Batch, formatVersion } from './backup-format.ts';
import { writeBackupFile } from './write-backup-file.ts';

/** Rows in memory at once, and in one statement when they are put back. */
const batchSize = 500;

/** What is kept beside the tables that are copied row by row. */
const ownTables = ['sealCanary', 'auditHead'] as const;

/**
 * Writes all of a store to a file, as it stood at one instant; an app that writes meanwhile is not held up by it on
 * PostgreSQL. Of SQLite it takes a copy that nobody writes to. Throws `UserError` when another version wrote the store.
 */
export async function takeBackup(
  store: Store,
  path: string,
  takenAtMs: number,
): Promise<Record<string, number>> {
  // Not the transaction's own: what it seals goes into the file, and nothing is written.
  const { sealing } = store.db;
  return store.transaction(async (tx) => {
    if (store.engine === 'postgres')
      await sql`set transaction isolation level repeatable read, read only`.execute(tx);
    const migrations = await migrationsOf(tx, store.engine);
    await refuseOtherKeys(tx);
    const { engine } = store;
    const header = {
      format: 'imt-board-backup' as const,
      version: formatVersion,
      takenAtMs,
      engine,
      migrations,
    };
    return writeBackupFile(path, header, batchesOf(tx, engine), sealing);
  });
}

async function migrationsOf(tx: Tx, engine: Store['engine']): Promise<string[]> {
  if (!(await isBegun(tx, engine)))
    throw new UserError('This database holds no IMT Board. See that DATABASE_URL is right.');
  const migrations = await appliedMigrations(tx);
  if (migrations.join() !== [...migrationNames].sort().join())
    throw new UserError(
      'Another version of IMT Board wrote this database. Take the backup with the version that runs on it.',
    );
  return migrations;
}

/** Or nobody could restore it with the keys that are here. */
async function refuseOtherKeys(tx: Tx): Promise<void> {
  const known = await tx
    .selectFrom('sealCanary')
    .select('keyId')
    .where('keyId', '=', tx.sealing.keyId)
    .execute();
  if (known.length === 0)
    throw new UserError(
      'The first of ENCRYPTION_KEYS has sealed nothing in this store. Set the keys that the app itself has.',
    );
  await checkKeys(tx);
}

async function* batchesOf(tx: Tx, engine: Store['engine']): AsyncGenerator<Batch> {
  for (const table of [...tableNames, ...ownTables]) {
    const rows = engine === 'postgres' ? rowsByCursor(tx, table) : rowsByStream(tx, table);
    let batch: Row[] = [];
    for await (const row of rows) {
      batch.push(row);
      if (batch.length < batchSize) continue;
      yield { table, rows: batch };
      batch = [];
    }
    if (batch.length > 0) yield { table, rows: batch };
  }
}

type AnyName = TableName | (typeof ownTables)[number];

/** Others come in any order. */
const inOrder = (table: AnyName) => isNumbered(table as TableName);

async function* rowsByCursor(tx: Tx, table: AnyName): AsyncGenerator<Row> {
  const order = inOrder(table) ? sql`order by id` : sql``;
  await sql`declare backup_rows no scroll cursor for select * from ${sql.table(table)} ${order}`.execute(tx);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(batchSize)} from backup_rows`.execute(tx);
    yield* rows;
    if (rows.length < batchSize) break;
  }
  await sql`close backup_rows`.execute(tx);
}

async function* rowsByStream(tx: Tx, table: AnyName): AsyncGenerator<Row> {
  yield* tx
    .withTables<AnyTable>()
    .selectFrom(table as 'any')
    .selectAll()
    .$if(inOrder(table), (query) => query.orderBy('id'))
    .stream(batchSize);
}
