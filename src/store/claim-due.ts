import type { Claim } from './delivery.ts';
import type { Store } from './store.ts';
import { toDelivery } from './to-delivery.ts';

/**
 * Takes up to `limit` messages whose time has come, or whose worker's lease has run out, for this worker alone.
 * It is committed when this resolves. They come in the order in which they were due.
 */
export async function claimDue(
  { db, engine }: Store,
  nowMs: number,
  limit: number,
  leaseMs: number,
): Promise<Claim[]> {
  const leaseUntilMs = nowMs + leaseMs;
  // One statement is its own transaction; on SQLite it holds the write lock from its start. The rows are chosen
  // in a CTE, because PostgreSQL may run a subquery of `in` more than once and then claim more than the limit.
  const rows = await db
    .with('due', (query) =>
      query
        .selectFrom('outbox')
        .select('id')
        .where('nextAttemptAtMs', '<=', nowMs)
        .orderBy('nextAttemptAtMs')
        .orderBy('id')
        .limit(limit)
        .$if(engine === 'postgres', (due) => due.forUpdate().skipLocked()),
    )
    .updateTable('outbox')
    .set((column) => ({
      state: 'sending',
      attempts: column('attempts', '+', 1),
      leaseUntilMs,
      nextAttemptAtMs: leaseUntilMs,
    }))
    .where('id', 'in', (query) => query.selectFrom('due').select('id'))
    .returningAll()
    .execute();
  return rows
    .map((row) => ({ ...toDelivery(row), leaseUntilMs }))
    .sort((a, b) => a.dueAtMs - b.dueAtMs || (a.id < b.id ? -1 : 1));
}
