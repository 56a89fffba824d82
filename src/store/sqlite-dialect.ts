import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type SqliteDatabase, SqliteDialect } from 'kysely';
import { bindable } from './bindable.ts';

/** How long a statement waits while another process writes to the same file. */
const busyTimeoutMs = 10_000;

/**
 * FULL, because with NORMAL a power cut loses commits that were acknowledged; read back, because SQLite answers
 * a PRAGMA that it did not follow with silence. `fullfsync` is what makes macOS flush its disk.
 */
const pragmas = { journal_mode: 'wal', synchronous: 2, fullfsync: 1, foreign_keys: 1 };

export function createSqliteDialect(path: string): SqliteDialect {
  return new SqliteDialect({ database: async () => asKyselyExpects(openDatabase(path)) });
}

function openDatabase(path: string): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // SQLite gives its -wal and -shm files the rights of the database itself.
  closeSync(openSync(path, 'a', 0o600));
  const database = new DatabaseSync(path, { timeout: busyTimeoutMs });
  for (const [name, wanted] of Object.entries(pragmas)) {
    database.exec(`pragma ${name} = ${wanted}`);
    const [value] = Object.values(database.prepare(`pragma ${name}`).get() ?? {});
    if (value !== wanted) throw new Error(`SQLite keeps ${name} = ${value}; the store needs ${wanted}.`);
  }
  return database;
}

const nothing = 'select 1 where false';

function asKyselyExpects(database: DatabaseSync): SqliteDatabase {
  // A full disk ends the transaction by itself; that it cannot be ended again would stand in the place of the reason.
  const rolledBack = (sql: string) => sql === 'rollback' && !database.isTransaction;
  return {
    close: () => database.close(),
    prepare(sql) {
      // A deferred transaction that reads first fails at its first write when another process wrote meanwhile.
      const statement = database.prepare(
        sql === 'begin' ? 'begin immediate' : rolledBack(sql) ? nothing : sql,
      );
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...values.map(bindable)),
        run: (values) => statement.run(...values.map(bindable)),
        iterate: (values) => statement.iterate(...values.map(bindable)),
      };
    },
  };
}
