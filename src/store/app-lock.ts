import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from '../start-error.ts';
import { sqlitePathOf } from './sqlite-path.ts';

/**
 * Makes this process the only app on a SQLite file: two would each send reminders, and only PostgreSQL coordinates
 * replicas. The lock is one that SQLite holds on a small file beside the database, so it ends with the process, also
 * with one that was killed; the command line asks for none. Gives back how to let go.
 */
export function lockForApp(databaseUrl: string): () => void {
  const path = sqlitePathOf(databaseUrl);
  if (!path) return () => {};
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(`${path}.app`, { timeout: 0 });
  try {
    lock.exec('begin immediate');
  } catch (error) {
    lock.close();
    if (!/database is locked/.test((error as Error).message)) throw error;
    throw new StartError(
      `Another IMT Board is running on this SQLite file, ${path}. Stop that one first, or use PostgreSQL, which several may share.`,
    );
  }
  return () => lock.close();
}
