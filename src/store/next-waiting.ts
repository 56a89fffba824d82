import type { Reader } from './store.ts';

/** When the outbox has something to do next, or the part of it that is about scans; null when nothing waits. */
export async function nextWaitingAtMs(reader: Reader, about: 'anything' | 'scans'): Promise<number | null> {
  const first = await reader
    .selectFrom('outbox')
    .select('nextAttemptAtMs')
    .where('nextAttemptAtMs', 'is not', null)
    .$if(about === 'scans', (query) => query.where('occurrenceId', 'is not', null))
    .orderBy('nextAttemptAtMs')
    .limit(1)
    .executeTakeFirst();
  return first?.nextAttemptAtMs ?? null;
}
