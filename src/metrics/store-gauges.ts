import { Gauge, type Registry } from 'prom-client';
import { inTime } from '../in-time.ts';
import type { OutboxFigures } from '../store/outbox-figures.ts';

/** A scrape must not hang on a database that does. */
const patienceMs = 2_000;

/** What is asked of the store on every scrape. A store that does not answer shows as such, and its figures are left out. */
export function createStoreGauges(
  registry: Registry,
  readFigures: () => Promise<OutboxFigures>,
  nowMs: () => number,
): () => Promise<void> {
  const registers = [registry];
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const answers = gauge('imt_store_answers', '1 when the store answered this scrape in time, else 0');
  const waiting = gauge('imt_outbox_waiting', 'Messages that are to be sent, now or later');
  const due = gauge('imt_outbox_due', 'Messages whose time to be sent, or tried again, has come');
  const unknown = gauge(
    'imt_outbox_unknown',
    'Messages of which nobody could tell yet whether they were posted',
  );
  const oldest = gauge('imt_outbox_oldest_due_seconds', 'How long the oldest message that is due has waited');

  return async () => {
    const figures = await inTime(readFigures(), patienceMs).catch(() => null);
    answers.set(figures === null ? 0 : 1);
    if (figures === null) {
      for (const one of [waiting, due, unknown, oldest]) one.remove();
      return;
    }
    waiting.set(figures.waiting);
    due.set(figures.due);
    unknown.set(figures.unknown);
    oldest.set(figures.oldestDueAtMs === null ? 0 : Math.max(0, nowMs() - figures.oldestDueAtMs) / 1000);
  };
}
