import { claimDue } from '../src/store/claim-due.ts';
import { openStore } from '../src/store/open-store.ts';
import { engines } from '../test/store/engines.ts';
import { startPostgres } from '../test/store/start-postgres.ts';
import { testKeyRing } from '../test/support/key-ring.ts';
import { fillOutbox } from './fill-outbox.ts';
import { percentile } from './percentile.ts';
import { startPgBoss } from './pg-boss.ts';
import { printTable } from './print-table.ts';
import { createIdleTick } from './tick.ts';

const openItems = 100_000;
const dueItems = 1_000_000;
const claimSize = 1_000;
const runs = 50;
const leaseMs = 60_000;
const nowMs = 1_800_000_000_000;

/** What a tick costs on a full database, when nothing is due and when very much is, beside a queue for PostgreSQL. */
export async function storeBenchmark(): Promise<void> {
  const rows = [];
  for (const { engine, start } of engines) {
    const started = await start();
    const idle = await openStore(await started.newDatabase(), testKeyRing);
    await fillOutbox(idle, openItems, nowMs + 1);
    const tick = createIdleTick(idle, nowMs);
    // The day's upkeep is the first one's.
    await tick();
    const ticks = await timed(tick);
    await idle.close();
    const busy = await openStore(await started.newDatabase(), testKeyRing);
    await fillOutbox(busy, dueItems, nowMs - dueItems);
    const claims = await timed(async () => {
      expectCount(claimSize, (await claimDue(busy, nowMs, claimSize, leaseMs)).length);
    });
    await busy.close();
    await started.stop();
    rows.push(row(`IMT Board, ${engine}`, ticks, claims));
  }
  rows.push(await pgBossRow());
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

async function pgBossRow(): Promise<string[]> {
  const postgres = await startPostgres();
  const dayMs = 86_400_000;
  const idle = await startPgBoss(await postgres.newDatabase(), openItems, new Date(Date.now() + dayMs));
  const ticks = await timed(async () => expectCount(0, await idle.fetch(claimSize)));
  await idle.stop();
  const busy = await startPgBoss(await postgres.newDatabase(), dueItems, undefined);
  const claims = await timed(async () => expectCount(claimSize, await busy.fetch(claimSize)));
  await busy.stop();
  await postgres.stop();
  return row('pg-boss, postgres', ticks, claims);
}

function expectCount(wanted: number, got: number): void {
  if (got !== wanted) throw new Error(`took ${got}, not ${wanted}`);
}

async function timed(work: () => Promise<void>): Promise<number[]> {
  const times = [];
  for (let run = 0; run < runs; run++) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return times;
}

function row(name: string, ...measured: readonly number[][]): string[] {
  const ms = (value: number) => `${value.toFixed(2)} ms`;
  return [name, ...measured.flatMap((times) => [ms(percentile(times, 0.5)), ms(Math.max(...times))])];
}
