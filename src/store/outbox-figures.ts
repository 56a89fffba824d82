import type { Reader } from './store.ts';

/** How much waits in the outbox, and for how long what is due has waited. */
export interface OutboxFigures {
  /** To be sent, now or later. */
  waiting: number;
  due: number;
  /** Of those that wait: whether they were posted nobody could tell yet. */
  unknown: number;
  /** Since when the oldest that is due could have been sent; null when nothing is due. */
  oldestDueAtMs: number | null;
}

/** By the index of what waits alone: what was sent before costs nothing. */
export async function readOutboxFigures(reader: Reader, nowMs: number): Promise<OutboxFigures> {
  const { waiting, due, unknown, oldest } = await reader
    .selectFrom('outbox')
    .select(({ fn }) => [
      fn.countAll<number>().as('waiting'),
      fn.countAll<number>().filterWhere('nextAttemptAtMs', '<=', nowMs).as('due'),
      fn.countAll<number>().filterWhere('state', '=', 'unknown').as('unknown'),
      fn.min('nextAttemptAtMs').as('oldest'),
    ])
    .where('nextAttemptAtMs', 'is not', null)
    .executeTakeFirstOrThrow();
  return { waiting, due, unknown, oldestDueAtMs: oldest !== null && oldest <= nowMs ? oldest : null };
}
