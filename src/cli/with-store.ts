import { existsSync } from 'node:fs';
import { UserError } from '../errors.ts';
import type { Store } from '../store/store.ts';

/** Opens the store of `DATABASE_URL` for one subcommand; what it needs is imported only here. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const databaseUrl = process.env.DATABASE_URL ?? '';
  if (databaseUrl === '')
    throw new UserError(
      'Set DATABASE_URL to the store of the app, as sqlite:./data/imt-board.db or postgres://user:password@host/database.',
    );
  const [, path] = /^sqlite:(.+)$/.exec(databaseUrl) ?? [];
  // To open it would make an empty one.
  if (path && !existsSync(path))
    throw new UserError(`There is no file ${path}. Set DATABASE_URL to the store of the app.`);
  const { openStore } = await import('../store/open-store.ts');
  const { readKeyRing } = await import('./read-key-ring.ts');
  const store = await openStore(databaseUrl, readKeyRing());
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
