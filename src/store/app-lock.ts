import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from '../start-error.ts';
import { sqlitePathOf } from './sqlite-path.ts';

/**
 * Makes this process the only app on a SQLite file: two would each send reminders, and only PostgreSQL coordinates
 * replicas. The lock is one that SQLite holds on a small file beside the database, so it ends with the process, also
 * with one that was killed; the command line asks for none, but reads there which keys the app has, so `keyIds` are
 * left in it. Gives back how to let go.
 */
export function lockForApp(databaseUrl: string, keyIds: readonly string[] = []): () => void {
  const path = sqlitePathOf(databaseUrl);
  if (!path) return () => {};
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // SQLite gives its journal the rights of the file itself.
  closeSync(openSync(lockPathOf(path), 'a', 0o600));
  const lock = new DatabaseSync(lockPathOf(path), { timeout: 0 });
  try {
    lock.exec('pragma synchronous = off; begin immediate; create table if not exists app_key (id text)');
    lock.exec('delete from app_key');
    for (const id of keyIds) lock.prepare('insert into app_key values (?)').run(id);
    // Committed, or nobody else could read it; whoever comes in between is the app then.
    lock.exec('commit; begin immediate');
  } catch (error) {
    lock.close();
    if (!isLocked(error)) throw error;
    throw new StartError(
      `Another IMT Board is running on this SQLite file, ${path}. Stop that one first, or use PostgreSQL, which several may share.`,
      { mayPass: true },
    );
  }
  return () => lock.close();
}

/** Which keys the app on a SQLite file has: none when it does not say; undefined when there is no app. */
export function keysOfAppOn(path: string): string[] | undefined {
  if (!existsSync(lockPathOf(path))) return undefined;
  const lock = new DatabaseSync(lockPathOf(path), { timeout: 0 });
  try {
    lock.exec('begin immediate');
    return undefined;
  } catch (error) {
    if (!isLocked(error)) throw error;
    return keyIdsIn(lock);
  } finally {
    lock.close();
  }
}

/** An app of an older version leaves none. */
function keyIdsIn(lock: DatabaseSync): string[] {
  const tables = lock.prepare("select name from sqlite_schema where name = 'app_key'").all();
  if (tables.length === 0) return [];
  return lock
    .prepare('select id from app_key')
    .all()
    .map(({ id }) => String(id));
}

const lockPathOf = (path: string) => `${path}.app`;
const isLocked = (error: unknown) => /database is locked/.test((error as Error).message);
