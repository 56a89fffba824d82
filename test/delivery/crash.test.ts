import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { type StartedEngine, startSqlite } from '../store/engines.ts';
import { type RunningProcess, runProcess } from '../store/processes/run-process.ts';
import { startPostgres } from '../store/start-postgres.ts';
import {
  type ReminderFault,
  type ReminderStandIn,
  startReminderStandIn,
} from '../support/reminder-stand-in.ts';
import { writeDueScans, writeSettings } from './open-reminders.ts';

// What 50 processes would compile 50 times.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'imt-board-compile-cache');

/** In the end each message is in one conversation once, whatever became of the processes and of Slack's answers. */

const faults: readonly ReminderFault[] = [
  ...(['silent-recorded', 'silent', 'reset-recorded', 'reset', 'status-500-recorded'] as const),
  ...(['status-500', 'cut-off-recorded', 'rate-limited', { error: 'internal_error' }] as const),
];

interface Run {
  engine: StartedEngine;
  replicas: number;
  kills: number;
  /** Scans by owner: one person with many is written to once. */
  scans: Record<string, number>;
  sight?: 'blind';
  /** After so many kills the database server crashes and recovers. */
  crashServer?: { afterKills: number; crash(): Promise<void> };
}

it('on SQLite, with two processes killed at random', { timeout: 120_000 }, async () => {
  const counts = await crashRun({ engine: await sqlite(), replicas: 2, kills: 22, scans: scansOf(1) });
  report('SQLite, 2 processes', counts);
  expect(counts.kills).toBeGreaterThanOrEqual(20);
  expect(counts).toMatchObject(onceEach(2_000));
});

it('on PostgreSQL, with four replicas killed at random and one crash of the server', {
  timeout: 180_000,
}, async () => {
  const engine = await postgres();
  const crashServer = { afterKills: 8, crash: () => engine.dropAllSessions() };
  const counts = await crashRun({ engine, replicas: 4, kills: 22, scans: scansOf(1), crashServer });
  report('PostgreSQL, 4 replicas', counts);
  expect(counts.kills).toBeGreaterThanOrEqual(20);
  expect(counts).toMatchObject(onceEach(2_000));
});

it('but with the look into the conversation switched off some are posted twice', {
  timeout: 120_000,
}, async () => {
  const engine = await sqlite();
  const counts = await crashRun({ engine, replicas: 2, kills: 4, scans: scansOf(0.2), sight: 'blind' });
  report('SQLite, without the look', counts);
  expect(counts).toMatchObject({ due: 400, lost: 0 });
  expect(counts.postedTwiceOrMore).toBeGreaterThan(0);
});

const onceEach = (due: number) => ({
  due,
  postedOnce: due,
  postedTwiceOrMore: 0,
  lost: 0,
  sent: due,
  history: due,
});

/** 2,000 scans of 660 people, some of whom have many. */
function scansOf(share: number): Record<string, number> {
  const people = [...Array(500).fill(1), ...Array(100).fill(2), ...Array(40).fill(5), ...Array(20).fill(55)];
  const chosen = people.filter((_, at) => at % Math.round(1 / (share || 1)) === 0);
  return Object.fromEntries(chosen.map((count, at) => [`U${at}`, count]));
}

async function crashRun(run: Run) {
  const standIn = await startReminderStandIn();
  onTestFinished(() => standIn.close());
  standIn.delayMs = () => 2 + Math.random() * 20;
  standIn.faultOf = () =>
    Math.random() < 0.05 ? faults[Math.floor(Math.random() * faults.length)] : undefined;
  const databaseUrl = await run.engine.newDatabase();
  const store = await openStore(databaseUrl);
  onTestFinished(() => store.close());
  await writeSettings(store);
  const nowMs = Date.now();
  await writeDueScans(store, run.scans, nowMs);
  const startedAtMs = performance.now();
  const kills = await deliverUnderFire(run, store, databaseUrl, standIn, nowMs);
  return {
    ...(await countAll(store, standIn, nowMs)),
    kills,
    seconds: seconds(performance.now() - startedAtMs),
  };
}

async function deliverUnderFire(
  run: Run,
  store: Store,
  databaseUrl: string,
  standIn: ReminderStandIn,
  nowMs: number,
) {
  const script = new URL('./processes/deliver-reminders.ts', import.meta.url);
  const start = () => runProcess(script, databaseUrl, standIn.apiUrl, run.sight ?? 'sighted');
  const workers: RunningProcess[] = Array.from({ length: run.replicas }, start);
  let kills = 0;
  try {
    while (kills < run.kills && (await unsettled(store, nowMs)) > 0) {
      // The one that has run longest: at random moments, but never while it still starts.
      const at = kills % workers.length;
      const victim = workers[at] as RunningProcess;
      await victim.printedLines(1);
      await wait(Math.random() * 400);
      victim.kill();
      kills += 1;
      workers[at] = start();
      if (kills === run.crashServer?.afterKills) await run.crashServer.crash();
    }
    while ((await unsettled(store, nowMs)) > 0) await wait(100);
  } finally {
    for (const worker of workers) worker.kill();
  }
  return kills;
}

async function unsettled(store: Store, nowMs: number): Promise<number> {
  const { count } = await store.db
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('dueAtMs', '<=', nowMs)
    .where('nextAttemptAtMs', 'is not', null)
    .executeTakeFirstOrThrow()
    // While the server recovers from its crash.
    .catch(() => ({ count: 1 }));
  return count;
}

async function countAll(store: Store, standIn: ReminderStandIn, nowMs: number) {
  const rows = await store.db.selectFrom('outbox').selectAll().where('dueAtMs', '<=', nowMs).execute();
  const times = standIn.timesPosted();
  const postedTimes = (id: string) => times.get(id) ?? 0;
  const tsOf = new Map<string, string>();
  const history = await store.db
    .selectFrom('history')
    .select('occurrenceId')
    .where('action', '=', 'reminded')
    .execute();
  for (const { ts } of standIn.posted) tsOf.set(ts, ts);
  return {
    due: rows.length,
    messages: standIn.posted.length,
    postedOnce: rows.filter(({ id }) => postedTimes(id) === 1).length,
    postedTwiceOrMore: [...times.values()].filter((count) => count > 1).length,
    lost: rows.filter(({ id }) => postedTimes(id) === 0).length,
    sent: rows.filter(({ state, messageTs }) => state === 'sent' && messageTs && tsOf.has(messageTs)).length,
    history: new Set(history.map(({ occurrenceId }) => occurrenceId)).size,
    historyLines: history.length,
    lookUps: standIn.calls.filter(({ method }) => method === 'conversations.history').length,
  };
}

async function sqlite(): Promise<StartedEngine> {
  const engine = await startSqlite();
  onTestFinished(() => engine.stop());
  return engine;
}

async function postgres() {
  const engine = await startPostgres();
  onTestFinished(() => engine.stop());
  return engine;
}

const seconds = (ms: number) => Math.round(ms / 100) / 10;

function report(what: string, counts: object): void {
  process.stdout.write(`crash test, ${what}: ${JSON.stringify(counts)}\n`);
}
