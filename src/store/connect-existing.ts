import { existsSync } from 'node:fs';
import { connectStore } from './open-store.ts';
import type { KeyRing } from './sealing/key-ring.ts';
import { sqlitePathOf } from './sqlite-path.ts';
import type { Store } from './store.ts';

/** A store as it is, without making one: a SQLite file that is not there is an error with the code of the system. */
export async function connectExisting(databaseUrl: string, keyRing: KeyRing): Promise<Store> {
  const path = sqlitePathOf(databaseUrl);
  if (path && !existsSync(path)) throw Object.assign(new Error('no such store'), { code: 'ENOENT' });
  return connectStore(databaseUrl, keyRing);
}
