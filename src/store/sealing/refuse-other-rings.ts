import { sql } from 'kysely';
import { UserError } from '../../errors.ts';
import { keysOfAppOn } from '../app-lock.ts';
import { connectExisting } from '../connect-existing.ts';
import { sqlitePathOf } from '../sqlite-path.ts';
import type { KeyRing } from './key-ring.ts';
import { keysOfSession } from './session-name.ts';

/**
 * Refuses, with a `UserError`, while an app runs that would not open what the first key of this ring seals. Nothing is
 * written. An app on SQLite is always seen; on PostgreSQL one that has a session open, and behind a pooler perhaps none.
 */
export async function refuseOtherRings(databaseUrl: string, ring: KeyRing): Promise<void> {
  const [{ id: keyId }] = ring;
  const other = (await ringsOfApps(databaseUrl, ring)).find((keyIds) => !keyIds.includes(keyId));
  if (other === undefined) return;
  const has = other.length > 0 ? `the keys ${other.join(', ')}` : 'keys that it does not tell';
  throw new UserError(
    `An app is running on this store with ${has}: what key ${keyId} seals it could not read. Nothing was changed. Restart it with ENCRYPTION_KEYS as they are here, ${ring.map(({ id }) => `${id}:…`).join(',')}, and run this again.`,
  );
}

async function ringsOfApps(databaseUrl: string, ring: KeyRing): Promise<string[][]> {
  const path = sqlitePathOf(databaseUrl);
  if (path) return present([keysOfAppOn(path)]);
  const store = await connectExisting(databaseUrl, ring);
  try {
    const { rows } = await sql<{ applicationName: string | null }>`
      select distinct application_name from pg_stat_activity where datname = current_database()`.execute(
      store.db,
    );
    return present(rows.map(({ applicationName }) => keysOfSession(applicationName ?? '')));
  } finally {
    await store.close();
  }
}

const present = (rings: readonly (string[] | undefined)[]) => rings.filter((one) => one !== undefined);
