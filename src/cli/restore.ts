import { resolve } from 'node:path';
import { parseOptions } from './parse-options.ts';
import { printRows } from './print-rows.ts';
import { readTargetDatabaseUrl } from './read-database-url.ts';
import { readKeyRing } from './read-key-ring.ts';
import { type Subcommand, UsageError } from './subcommand.ts';

export const restore: Subcommand = {
  name: 'restore',
  usage: 'restore FILE [--json]',
  does: 'puts a backup into the empty store of DATABASE_URL, a SQLite file or PostgreSQL, whichever it came from',
  async run({ arguments: words, json, print, now }) {
    const [file, ...others] = parseOptions(words, {}).positionals;
    if (!file || others.length > 0)
      throw new UsageError('"restore" takes the backup to read, as backup.imt.gz.');
    const databaseUrl = readTargetDatabaseUrl();
    // Imported only here: the other subcommands load no database.
    const { lockForApp } = await import('../store/app-lock.ts');
    const { connectStore } = await import('../store/open-store.ts');
    const { checkBackupFile } = await import('../store/backup/read-backup-file.ts');
    const { restoreBackup } = await import('../store/backup/restore-backup.ts');
    const { createSealing } = await import('../store/sealing/sealing.ts');
    const keyRing = readKeyRing();
    // First: what is refused leaves nothing where the store would be.
    const checked = await checkBackupFile(resolve(file), createSealing(keyRing));
    const unlock = lockForApp(databaseUrl);
    const store = await connectStore(databaseUrl, keyRing);
    try {
      const { takenAtMs, rows, toLookFor, audit } = await restoreBackup(checked, store, now().getTime());
      const takenAt = new Date(takenAtMs).toISOString();
      if (json) return print(JSON.stringify({ takenAt, rows, toLookFor, audit }));
      printRows(rows, print);
      print(`Everything is as it was at ${takenAt}; what was entered after that is not here.`);
      print(
        `Messages that may have been sent since then: ${toLookFor}. The app looks for each in Slack before it sends it.`,
      );
      print(
        audit.intact
          ? 'The audit record is intact.'
          : `The audit record was already altered when the backup was taken: ${audit.problem}.`,
      );
    } finally {
      await store.close();
      unlock();
    }
  },
};
