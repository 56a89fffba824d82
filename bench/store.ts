import { claimDue } from '../src/store/claim-due.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import { engines } from '../test/store/engines.ts';
import { testKeyRing } from '../test/support/key-ring.ts';
import { fillOutbox } from './fill-outbox.ts';
import { percentile } from './percentile.ts';
import { printTable } from './print-table.ts';

const openItems = 100_000;
const dueItems = 1_000_000;
const claimSize = 1_000;
const runs = 50;
const leaseMs = 60_000;
const nowMs = 1_800_000_000_000;

/** What a tick costs, on a full database: when nothing is due, and when very much is. Not beside pg-boss yet. */
export async function storeBenchmark(): Promise<void> {
  const rows = [];
  for (const { engine, start } of engines) {
    const started = await start();
    const idle = await withFilledStore(await started.newDatabase(), openItems, nowMs + 1, async (store) => {
      if ((await claimDue(store, nowMs, claimSize, leaseMs)).length > 0) throw new Error('something was due');
    });
    const busy = await withFilledStore(
      await started.newDatabase(),
      dueItems,
      nowMs - dueItems,
      async (store) => {
        const { length } = await claimDue(store, nowMs, claimSize, leaseMs);
        if (length !== claimSize) throw new Error(`claimed ${length}`);
      },
    );
    rows.push([engine, ...[idle, busy].flatMap((times) => [median(times), slowest(times)])]);
    await started.stop();
  }
  printTable(
    `The outbox, ${runs} runs (targets on SQLite: a tick 5 ms, a claim 50 ms)`,
    [
      '',
      `tick, ${openItems} open, none due: p50`,
      'max',
      `claim ${claimSize} of ${dueItems} due: p50`,
      'max',
    ],
    rows,
  );
}

const median = (times: readonly number[]) => `${percentile(times, 0.5).toFixed(2)} ms`;
const slowest = (times: readonly number[]) => `${Math.max(...times).toFixed(2)} ms`;

async function withFilledStore(
  databaseUrl: string,
  count: number,
  firstDueAtMs: number,
  measured: (store: Store) => Promise<void>,
): Promise<number[]> {
  const store = await openStore(databaseUrl, testKeyRing);
  await fillOutbox(store, count, firstDueAtMs);
  const times = [];
  for (let run = 0; run < runs; run++) {
    const startedAt = performance.now();
    await measured(store);
    times.push(performance.now() - startedAt);
  }
  await store.close();
  return times;
}
