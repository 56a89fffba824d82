/**
 * Commits a date, its history and its message together, again and again; prints each number once it is kept. Words:
 * the database, the first number, and `normal` for a SQLite that leaves off the syncs the app asks for.
 */
import { writeSync } from 'node:fs';
import { sql } from 'kysely';
import { enqueueReminders } from '../../../src/store/enqueue-reminders.ts';
import { appendHistory } from '../../../src/store/history.ts';
import { insertOccurrences } from '../../../src/store/occurrences.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { testKeyRing } from '../../support/key-ring.ts';
import { board, openOccurrence } from '../records.ts';

const [databaseUrl = '', first, mode] = process.argv.slice(2);
const store = await openStore(databaseUrl, testKeyRing);
if (mode === 'normal') await sql`pragma synchronous = normal`.execute(store.db);

for (let number = Number(first); ; number++) {
  const id = `o${number}`;
  try {
    await store.transaction(async (tx) => {
      await insertOccurrences(tx, board, [{ ...openOccurrence, id, number }]);
      const entry = {
        followUpId: 'f1',
        occurrenceId: id,
        action: 'added',
        by: 'U1',
        atMs: number,
        changes: [],
      };
      await appendHistory(tx, board, [entry]);
      const step = { step: 'r0:due', role: 'owner' as const, dueAtMs: number };
      await enqueueReminders(tx, board, id, [step], () => `delivery-${id}`);
    });
  } catch {
    // The server went away. Whether this one was kept is unknown, so it is not acknowledged; a later one will be.
    continue;
  }
  // Not process.stdout: it queues what a slow reader has not taken, and the kill would lose it.
  writeSync(1, `${number}\n`);
}
