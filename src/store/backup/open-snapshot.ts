import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { UserError } from '../../errors.ts';
import { connectStore } from '../open-store.ts';
import type { KeyRing } from '../sealing/key-ring.ts';
import { sqlitePathOf } from '../sqlite-path.ts';
import type { Store } from '../store.ts';

/**
 * A store to take a backup from while the app goes on. Of a SQLite file it is a copy in `folder`, made by SQLite itself,
 * which goes when it is closed: whoever reads a file for long would hold back its app.
 */
export async function openSnapshot(databaseUrl: string, keyRing: KeyRing, folder: string): Promise<Store> {
  const path = sqlitePathOf(databaseUrl);
  if (!path) return connectStore(databaseUrl, keyRing);
  if (!existsSync(path))
    throw new UserError(`There is no file ${path}. Set DATABASE_URL to the store of the app.`);
  const place = mkdtempSync(join(folder, '.imt-backup-'));
  const remove = () => rmSync(place, { recursive: true, force: true });
  try {
    const copy = join(place, 'copy.db');
    const live = new DatabaseSync(path, { timeout: 10_000 });
    try {
      live.prepare('vacuum into ?').run(copy);
    } finally {
      live.close();
    }
    const store = await connectStore(`sqlite:${copy}`, keyRing);
    const { close } = store;
    store.close = async () => {
      await close();
      remove();
    };
    return store;
  } catch (error) {
    remove();
    throw error;
  }
}
