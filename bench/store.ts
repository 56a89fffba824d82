import { claimDue } from '../src/store/claim-due.ts';
import type { Claim } from '../src/store/delivery.ts';
import { openStore } from '../src/store/open-store.ts';
import { markSent } from '../src/store/settle-delivery.ts';
import { engines, type StartedEngine } from '../test/store/engines.ts';
import { testKeyRing } from '../test/support/key-ring.ts';
import { type Benchmark, ms } from './benchmark.ts';
import { fillOutbox } from './fill-outbox.ts';
import { percentile } from './percentile.ts';
import { startPgBoss } from './pg-boss.ts';
import { createIdleTick } from './tick.ts';

const openItems = 100_000;
/** What is due, and ten times of it. */
const dueItems = [100_000, 1_000_000];
const claimSize = 1_000;
/** Of those that were claimed. */
const markedSize = 100;
const runs = 20;
const leaseMs = 60_000;
const nowMs = 1_800_000_000_000;
const board = { conversationId: 'C1', messageTs: '1800000000.000100', sentAtMs: nowMs };

interface Measured {
  name: string;
  due: number;
  ticks: number[];
  claims: number[];
  dispatches: number[];
}

/**
 * What a tick costs on a full database when nothing is due, and what claiming a thousand messages, and writing down of
 * one after the other that it went out, costs when very much is, beside a queue for PostgreSQL on the same server.
 */
export async function storeBenchmark(): Promise<Benchmark> {
  const measured: Measured[] = [];
  for (const { engine, start } of engines) {
    const started = await start();
    for (const due of dueItems) {
      const own = await ownQueue(started, `IMT Board, ${engine}`, due);
      if (engine !== 'postgres')
        measured.push(await measuredTogether([own]).then(([one]) => one as Measured));
      else measured.push(...(await measuredTogether([own, await pgBossQueue(started, due)])));
    }
    await started.stop();
  }
  return {
    title: 'Reminders that are due, beside pg-boss',
    notes: [
      `${runs} runs, on PostgreSQL by turns; the median and the longest (targets on SQLite: a tick 5 ms, a claim 50 ms). Sent: ${markedSize} of them are marked one after the other, each in a transaction of its own, as delivery does it behind each post in Slack; pg-boss completes one job at a time.`,
    ],
    head: [
      '',
      'due',
      `tick, ${openItems} open, none due`,
      'longest',
      `claim ${claimSize}`,
      'longest',
      `mark ${markedSize} sent, each by itself`,
      'longest',
    ],
    rows: measured.map(({ name, due, ticks, claims, dispatches }) => [
      name,
      String(due),
      ...[ticks, claims, dispatches].flatMap((times) => [ms(percentile(times, 0.5)), ms(Math.max(...times))]),
    ]),
    growth: [...new Set(measured.map(({ name }) => name))].map((name) => ({
      name: `claim of ${claimSize}, ${name}: by reminders due`,
      points: measured
        .filter((one) => one.name === name)
        .map(({ due, claims }) => ({ size: due, ms: percentile(claims, 0.5) })),
    })),
  };
}

interface Queue {
  name: string;
  due: number;
  tick(): Promise<unknown>;
  claim(): Promise<unknown>;
  /** Of what was claimed last, one after the other. */
  markSent(): Promise<void>;
  close(): Promise<void>;
}

async function ownQueue(started: StartedEngine, name: string, due: number): Promise<Queue> {
  const idle = await openStore(await started.newDatabase(), testKeyRing);
  await fillOutbox(idle, openItems, nowMs + 1);
  const busy = await openStore(await started.newDatabase(), testKeyRing);
  await fillOutbox(busy, due, nowMs - due);
  const tick = createIdleTick(idle, nowMs);
  // The day's upkeep is the first one's.
  await tick();
  let claims: Claim[] = [];
  return {
    ...{ name, due, tick },
    async claim() {
      claims = await claimDue(busy, nowMs, claimSize, leaseMs);
      expectCount(claimSize, claims.length);
    },
    async markSent() {
      for (const claim of claims.slice(0, markedSize))
        await busy.transaction((tx) => markSent(tx, claim, board));
    },
    async close() {
      await idle.close();
      await busy.close();
    },
  };
}

async function pgBossQueue(started: StartedEngine, due: number): Promise<Queue> {
  const dayMs = 86_400_000;
  const idle = await startPgBoss(await started.newDatabase(), openItems, new Date(Date.now() + dayMs));
  const busy = await startPgBoss(await started.newDatabase(), due, undefined);
  let ids: string[] = [];
  return {
    ...{ name: 'pg-boss, postgres', due },
    tick: async () => expectCount(0, (await idle.fetch(claimSize)).length),
    async claim() {
      ids = await busy.fetch(claimSize);
      expectCount(claimSize, ids.length);
    },
    async markSent() {
      for (const id of ids.slice(0, markedSize)) await busy.complete(id);
    },
    async close() {
      await idle.stop();
      await busy.stop();
    },
  };
}

/** By turns, so that what slows the machine slows all of them. */
async function measuredTogether(queues: readonly Queue[]): Promise<Measured[]> {
  const measured = queues.map(({ name, due }) => ({
    ...{ name, due },
    ...{ ticks: [] as number[], claims: [] as number[], dispatches: [] as number[] },
  }));
  for (let run = 0; run < runs; run++)
    for (const [at, queue] of queues.entries()) {
      measured[at]?.ticks.push(await timed(queue.tick));
      measured[at]?.claims.push(await timed(queue.claim));
      measured[at]?.dispatches.push(await timed(queue.markSent));
    }
  for (const queue of queues) await queue.close();
  return measured;
}

function expectCount(wanted: number, got: number): void {
  if (got !== wanted) throw new Error(`took ${got}, not ${wanted}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
