import { setTimeout as wait } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import type { StartedEngine } from '../store/engines.ts';
import { type RunningProcess, runProcess } from '../store/processes/run-process.ts';
import { testKeyRing } from '../support/key-ring.ts';
import { type ReminderStandIn, startReminderStandIn } from '../support/reminder-stand-in.ts';
import { countDeliveries, unsettledCount, untilSettled } from './crash-counts.ts';
import { someFaults } from './crash-faults.ts';
import { writeDueScans, writeSettings } from './open-reminders.ts';

interface CrashRun {
  engine: StartedEngine;
  replicas: number;
  kills: number;
  /** Scans by owner: one person with many is written to once. */
  scans: Record<string, number>;
  sight?: 'blind';
  faultShare?: number;
  /** What befalls the database server after so many kills. */
  afterKills?: Readonly<Record<number, () => Promise<void>>>;
}

/** Processes that deliver what is due, killed at random moments while Slack's side fails; what came of it all. */
export async function crashRun(run: CrashRun) {
  const standIn = await startReminderStandIn();
  onTestFinished(() => standIn.close());
  standIn.delayMs = () => 2 + Math.random() * 20;
  const { faultOf, met } = someFaults(run.faultShare);
  standIn.faultOf = faultOf;
  const databaseUrl = await run.engine.newDatabase();
  const store = await openStore(databaseUrl, testKeyRing);
  onTestFinished(() => store.close());
  await writeSettings(store);
  const nowMs = Date.now();
  await writeDueScans(store, run.scans, nowMs);
  const startedAtMs = performance.now();
  const kills = await deliverUnderFire(run, store, databaseUrl, standIn, nowMs);
  const seconds = Math.round((performance.now() - startedAtMs) / 100) / 10;
  return { ...(await countDeliveries(store, standIn, nowMs)), kills, seconds, faults: met };
}

/** 2,000 scans of 660 people, some of whom have many; or a share of them. */
export function scansOf(share: number): Record<string, number> {
  const people = [...Array(500).fill(1), ...Array(100).fill(2), ...Array(40).fill(5), ...Array(20).fill(55)];
  const chosen = people.filter((_, at) => at % Math.round(1 / share) === 0);
  return Object.fromEntries(chosen.map((count, at) => [`U${at}`, count]));
}

async function deliverUnderFire(
  run: CrashRun,
  store: Store,
  databaseUrl: string,
  standIn: ReminderStandIn,
  nowMs: number,
): Promise<number> {
  const script = new URL('./processes/deliver-reminders.ts', import.meta.url);
  const start = () => runProcess(script, databaseUrl, standIn.apiUrl, run.sight ?? 'sighted');
  const workers: RunningProcess[] = Array.from({ length: run.replicas }, start);
  const killAll = () => {
    for (const worker of workers) worker.kill();
  };
  onTestFinished(killAll);
  let kills = 0;
  while (kills < run.kills && (await unsettledCount(store, nowMs)) > 0) {
    // The one that has run longest: at random moments, but never while it still starts.
    const at = kills % workers.length;
    const victim = workers[at] as RunningProcess;
    await victim.printedLines(1);
    await wait(Math.random() * 400);
    victim.kill();
    kills += 1;
    workers[at] = start();
    await run.afterKills?.[kills]?.();
  }
  await untilSettled(store, nowMs);
  killAll();
  return kills;
}
