import { existsSync } from 'node:fs';
import { connectStore } from './open-store.ts';
import type { KeyRing } from './sealing/key-ring.ts';
import { sqlitePathOf } from './sqlite-path.ts';
import type { Store } from './store.ts';

/** To open the SQLite file would make it. */
export class NoSuchStore extends Error {
  override name = 'NoSuchStore';
  readonly path: string;
  constructor(path: string) {
    super(`There is no file ${path}.`);
    this.path = path;
  }
}

/** A store as it is, without making one; throws `NoSuchStore` for a SQLite file that is not there. */
export async function connectExisting(databaseUrl: string, keyRing: KeyRing): Promise<Store> {
  const path = sqlitePathOf(databaseUrl);
  if (path && !existsSync(path)) throw new NoSuchStore(path);
  return connectStore(databaseUrl, keyRing);
}
