import { dirname, resolve } from 'node:path';
import { readDatabaseUrl } from './read-database-url.ts';
import { readKeyRing } from './read-key-ring.ts';
import { recordOperator } from './record.ts';
import { type Subcommand, UsageError } from './subcommand.ts';

export const backup: Subcommand = {
  name: 'backup',
  usage: 'backup FILE [--json]',
  does: 'writes all of the store of DATABASE_URL to one new file, sealed as it is; the app may go on meanwhile',
  async run({ arguments: words, json, print, now }) {
    const [file, ...others] = words;
    if (!file || others.length > 0)
      throw new UsageError('"backup" takes the file to write, as backup.imt.gz.');
    const databaseUrl = readDatabaseUrl();
    const path = resolve(file);
    // Imported only here: the other subcommands load no database.
    const { openSnapshot } = await import('../store/backup/open-snapshot.ts');
    const { takeBackup } = await import('../store/backup/take-backup.ts');
    const takenAtMs = now().getTime();
    const store = await openSnapshot(databaseUrl, readKeyRing(), dirname(path));
    try {
      const rows = await takeBackup(store, path, takenAtMs);
      await recordBackup(databaseUrl, takenAtMs);
      const takenAt = new Date(takenAtMs).toISOString();
      if (json) return print(JSON.stringify({ file: path, takenAt, rows }));
      for (const [table, count] of Object.entries(rows)) print(`${table}: ${count}`);
      print(`Everything as of ${takenAt} is in ${path}.`);
      print('It opens only with the ENCRYPTION_KEYS of now: keep a copy of them, and not beside it.');
    } finally {
      await store.close();
    }
  },
};

/** In the store itself, since the copy that was read goes. */
async function recordBackup(databaseUrl: string, takenAtMs: number): Promise<void> {
  const { connectStore } = await import('../store/open-store.ts');
  const store = await connectStore(databaseUrl, readKeyRing());
  try {
    const outcome = `as of ${new Date(takenAtMs).toISOString()}`;
    await recordOperator(store, takenAtMs, { action: 'exported', what: 'backup', outcome });
  } finally {
    await store.close();
  }
}
