import type { Store } from '../../src/store/store.ts';
import { writeDueScans, writeSettings } from './open-reminders.ts';

/** So many scans a person, planned as commands plan them; their messages then fall due one after the other. */
export async function writeFallingDue(
  store: Store,
  people: Readonly<Record<string, number>>,
  fromMs: number,
  duringMs: number,
): Promise<void> {
  await writeSettings(store);
  await writeDueScans(store, people, fromMs);
  await store.transaction(async (tx) => {
    const rows = await tx.selectFrom('outbox').select('id').where('dueAtMs', '<=', fromMs).execute();
    for (const [at, { id }] of rows.entries()) {
      const dueAtMs = fromMs + Math.round((at / rows.length) * duringMs);
      await tx
        .updateTable('outbox')
        .set({ dueAtMs, nextAttemptAtMs: dueAtMs })
        .where('id', '=', id)
        .execute();
    }
  });
}
