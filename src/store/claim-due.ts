import type { Selectable } from 'kysely';
import type { BoardClaim, Claim } from './delivery.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';
import { toBoardDelivery, toDelivery } from './to-delivery.ts';

/**
 * Takes up to `limit` messages whose time has come, or whose worker's lease has run out, for this worker alone.
 * It is committed when this resolves. They come in the order in which they were due.
 */
export async function claimDue(
  store: Store,
  nowMs: number,
  limit: number,
  leaseMs: number,
): Promise<Claim[]> {
  const rows = await claim(store, 'is not', nowMs, limit, leaseMs);
  return rows.map(({ leaseUntilMs, row }) => ({ ...toDelivery(row), leaseUntilMs }));
}

/** The same for messages about a board as a whole. */
export async function claimDueOfBoards(
  store: Store,
  nowMs: number,
  limit: number,
  leaseMs: number,
): Promise<BoardClaim[]> {
  const rows = await claim(store, 'is', nowMs, limit, leaseMs);
  return rows.map(({ leaseUntilMs, row }) => ({ ...toBoardDelivery(row), leaseUntilMs }));
}

/** `about`: how what it is about compares with nothing. */
async function claim(
  { db, engine }: Store,
  about: 'is' | 'is not',
  nowMs: number,
  limit: number,
  leaseMs: number,
): Promise<{ leaseUntilMs: number; row: Selectable<Tables['outbox']> }[]> {
  const leaseUntilMs = nowMs + leaseMs;
  // One statement is its own transaction; on SQLite it holds the write lock from its start. The rows are chosen
  // in a CTE, because PostgreSQL may run a subquery of `in` more than once and then claim more than the limit.
  const rows = await db
    .with('due', (query) =>
      query
        .selectFrom('outbox')
        .select('id')
        .where('nextAttemptAtMs', '<=', nowMs)
        .where('occurrenceId', about, null)
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
    .sort((a, b) => a.dueAtMs - b.dueAtMs || (a.id < b.id ? -1 : 1))
    .map((row) => ({ leaseUntilMs, row }));
}
