import { setTimeout as wait } from 'node:timers/promises';
import type { Store } from '../../src/store/store.ts';

/** Longer than any wait of the tests' timing, on a machine that does other things too. */
const standstillMs = 45_000;

/** How many messages that were due by then are neither sent nor given up. */
export async function unsettledCount(store: Store, dueByMs: number): Promise<number> {
  const { count } = await store.db
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('dueAtMs', '<=', dueByMs)
    .where('nextAttemptAtMs', 'is not', null)
    .executeTakeFirstOrThrow()
    // While the server recovers from its crash.
    .catch(() => ({ count: 1 }));
  return count;
}

/** Resolves when all that was due by then is sent or given up; rejects with what is not, when it comes to a standstill. */
export async function untilSettled(store: Store, dueByMs: number): Promise<void> {
  let [count, changedAtMs] = [Number.POSITIVE_INFINITY, performance.now()];
  for (;;) {
    const now = await unsettledCount(store, dueByMs);
    if (now === 0) return;
    if (now < count) [count, changedAtMs] = [now, performance.now()];
    if (performance.now() - changedAtMs > standstillMs) break;
    await wait(100);
  }
  const left = await store.db
    .selectFrom('outbox')
    .selectAll()
    .where('dueAtMs', '<=', dueByMs)
    .where('nextAttemptAtMs', 'is not', null)
    .execute();
  throw new Error(
    `${left.length} messages are not settled at ${Date.now()}: ${JSON.stringify(left, null, 1)}`,
  );
}

/** What a stand-in for Slack keeps of what was posted. */
interface SlackSide {
  posted: readonly { ts: string }[];
  calls: readonly { method: string }[];
  timesPosted(): Map<string, number>;
}

/** What Slack's side saw of what was due by then, and what the store says of it, each counted by delivery id. */
export async function countDeliveries(store: Store, standIn: SlackSide, dueByMs: number) {
  const rows = await store.db.selectFrom('outbox').selectAll().where('dueAtMs', '<=', dueByMs).execute();
  const times = standIn.timesPosted();
  const postedTimes = (id: string) => times.get(id) ?? 0;
  const posted = new Set(standIn.posted.map(({ ts }) => ts));
  const history = await store.db
    .selectFrom('history')
    .select('occurrenceId')
    .where('action', '=', 'reminded')
    .execute();
  const dueScans = new Set(rows.map(({ occurrenceId }) => occurrenceId));
  const later = await store.db
    .selectFrom('outbox')
    .select('occurrenceId')
    .where('dueAtMs', '>', dueByMs)
    .where('state', '=', 'pending')
    .execute();
  // The board's own messages wait beside them.
  const next = later.filter(({ occurrenceId }) => dueScans.has(occurrenceId));
  return {
    due: rows.length,
    messages: standIn.posted.length,
    postedOnce: rows.filter(({ id }) => postedTimes(id) === 1).length,
    postedTwiceOrMore: [...times.values()].filter((count) => count > 1).length,
    lost: rows.filter(({ id }) => postedTimes(id) === 0).length,
    sent: rows.filter(({ state, messageTs }) => state === 'sent' && messageTs && posted.has(messageTs))
      .length,
    history: new Set(history.map(({ occurrenceId }) => occurrenceId)).size,
    historyLines: history.length,
    nextWaiting: next.length,
    nextWaitingOf: new Set(next.map(({ occurrenceId }) => occurrenceId)).size,
    lookUps: standIn.calls.filter(({ method }) => method === 'conversations.history').length,
  };
}

/** What must be counted when each was posted once, none was lost, and each left its ladder's next message waiting. */
export const onceEach = (due: number) => ({
  due,
  postedOnce: due,
  postedTwiceOrMore: 0,
  lost: 0,
  sent: due,
  history: due,
  historyLines: due,
  nextWaiting: due,
  nextWaitingOf: due,
});

export function reportCounts(what: string, counts: object): void {
  process.stdout.write(`crash test, ${what}: ${JSON.stringify(counts)}\n`);
}
