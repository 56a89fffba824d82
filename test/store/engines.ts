import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/open-store.ts';
import type { Engine, Store } from '../../src/store/store.ts';
import { testKeyRing } from '../support/key-ring.ts';
import { startPostgres } from './start-postgres.ts';

/** Where a test gets its databases from. */
export interface StartedEngine {
  newDatabase(): Promise<string>;
  /** An empty database for who needs this one no longer. */
  emptied(databaseUrl: string): Promise<string>;
  stop(): Promise<void>;
}

/** One row a database that the app can keep its records in. */
export const engines: readonly { engine: Engine; start(): Promise<StartedEngine> }[] = [
  { engine: 'sqlite', start: startSqlite },
  { engine: 'postgres', start: startPostgres },
];

export async function startSqlite(): Promise<StartedEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'imt-sqlite-'));
  let count = 0;
  const newDatabase = async () => `sqlite:${join(folder, `${++count}`, 'imt-board.db')}`;
  return {
    newDatabase,
    emptied: newDatabase,
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Opens a store for one test and closes it after. */
export async function withStore<T>(databaseUrl: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(databaseUrl, testKeyRing);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
