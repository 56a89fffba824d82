import { existsSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { databaseUrlMisfit } from '../store/database-url-misfit.ts';
import { sqlitePathOf } from '../store/sqlite-path.ts';
import { printRows } from './print-rows.ts';
import { readPostgresUrl } from './read-database-url.ts';
import { sayWaiting } from './say-waiting.ts';
import { type Subcommand, UsageError } from './subcommand.ts';

export const move: Subcommand = {
  name: 'move',
  usage: 'move sqlite:./data/imt-board.db [--json]',
  does: 'copies an embedded store into the empty PostgreSQL database of DATABASE_URL; stop the app first',
  async run({ arguments: words, json, print, now }) {
    const [source, ...others] = words;
    const path = sqlitePathOf(source ?? '');
    if (!source || !path || others.length > 0)
      throw new UsageError('"move" takes the store to copy, as sqlite:PATH.');
    const misfit = databaseUrlMisfit(source);
    if (misfit) throw new UserError(`The store to copy: ${misfit}.`);
    if (!existsSync(path)) throw new UserError(`There is no file ${path}. Name the store to copy.`);
    const counts = await copyBetween(`sqlite:${path}`, readPostgresUrl(), now().getTime());
    if (json) return print(JSON.stringify({ copied: counts }));
    printRows(counts, print);
    print(
      'All rows were copied and counted. Start the app with this DATABASE_URL; keep the old file as a backup.',
    );
  },
};

async function copyBetween(sourceUrl: string, targetUrl: string, nowMs: number) {
  // Imported only here: the other subcommands load no database.
  const { lockForApp } = await import('../store/app-lock.ts');
  const { copyStore } = await import('../store/copy-store.ts');
  const { openStore } = await import('../store/open-store.ts');
  const { readKeyRing } = await import('./read-key-ring.ts');
  const keyRing = readKeyRing();
  // An app that goes on would keep, and send, what the copy does not know of.
  const unlock = lockForApp(sourceUrl);
  const source = await openStore(sourceUrl, keyRing);
  try {
    const target = await openStore(targetUrl, keyRing, () => '', sayWaiting);
    try {
      return await copyStore(source, target, nowMs);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
    unlock();
  }
}
