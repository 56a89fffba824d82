import { sql } from 'kysely';
import type { Store } from './store.ts';

/**
 * How many milliseconds this machine's clock is ahead of the database's. Replicas claim by their own clocks, so one
 * that is far off sends early or late, and takes leases over too soon. SQLite runs on this very clock.
 */
export async function readClockSkewMs(store: Store, nowMs: () => number): Promise<number> {
  if (store.engine === 'sqlite') return 0;
  const askedAtMs = nowMs();
  const serverTime = sql<{ ms: number }>`select (extract(epoch from clock_timestamp()) * 1000)::bigint as ms`;
  const { rows } = await serverTime.execute(store.db);
  const answeredAtMs = nowMs();
  return (askedAtMs + answeredAtMs) / 2 - (rows[0]?.ms ?? Number.NaN);
}
