import { existsSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { sqlitePathOf } from '../store/sqlite-path.ts';
import type { Store } from '../store/store.ts';
import { readAppDatabaseUrl } from './read-database-url.ts';
import { sayWaiting } from './say-waiting.ts';

/** Opens the store of `DATABASE_URL` for one subcommand; what it needs is imported only here. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const databaseUrl = readAppDatabaseUrl();
  const path = sqlitePathOf(databaseUrl);
  // To open it would make an empty one.
  if (path && !existsSync(path))
    throw new UserError(`There is no file ${path}. Set DATABASE_URL to the store of the app.`);
  const { openStore } = await import('../store/open-store.ts');
  const { readKeyRing } = await import('./read-key-ring.ts');
  const store = await openStore(databaseUrl, readKeyRing(), () => '', sayWaiting);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
