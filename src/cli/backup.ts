import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { refuseTaken } from '../store/backup/refuse-taken.ts';
import { parseOptions } from './parse-options.ts';
import { printRows } from './print-rows.ts';
import { readAppDatabaseUrl } from './read-database-url.ts';
import { readKeyRing } from './read-key-ring.ts';
import { recordOperator } from './record.ts';
import { type Subcommand, UsageError } from './subcommand.ts';

export const backup: Subcommand = {
  name: 'backup',
  usage: 'backup FILE [--json]',
  does: 'writes all of the store of DATABASE_URL to one new file, sealed as it is; the app may go on meanwhile',
  async run({ arguments: words, json, print, now }) {
    const [file, ...others] = parseOptions(words, {}).positionals;
    if (!file || others.length > 0)
      throw new UsageError('"backup" takes the file to write, as backup.imt.gz.');
    const databaseUrl = readAppDatabaseUrl();
    const path = newFileAt(file);
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
      printRows(rows, print);
      print(`Everything as of ${takenAt} is in ${path}.`);
      print('It opens only with the ENCRYPTION_KEYS of now: keep a copy of them, and not beside it.');
    } finally {
      await store.close();
    }
  },
};

/** Said before a whole store was read for it. */
function newFileAt(file: string): string {
  const path = resolve(file);
  const folder = dirname(path);
  if (!existsSync(folder))
    throw new UserError(`There is no folder ${folder}. Make it first, or name another.`);
  // With its last slash: so it is refused when it is a file.
  accessSync(join(folder, '/'), constants.W_OK);
  refuseTaken(path);
  return path;
}

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
