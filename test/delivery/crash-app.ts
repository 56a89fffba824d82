import { setTimeout as wait } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { StartedEngine } from '../store/engines.ts';
import { testKeyRing } from '../support/key-ring.ts';
import { startReminderStandIn } from '../support/reminder-stand-in.ts';
import { type RunningApp, runApp, sourceArguments } from '../support/run-app.ts';
import { countDeliveries, untilSettled } from './crash-counts.ts';
import { someFaults } from './crash-faults.ts';
import { writeFallingDue } from './write-falling-due.ts';

/** A day on which the app's clock starts, whatever the machine's says. */
const clockStartMs = Date.UTC(2027, 1, 23, 12);
/** Over how long the reminders fall due, one after the other. */
const fallingDueMs = 14_000;
const longestStartMs = 500;

/**
 * The app itself, as `npm start` starts it for one workspace over HTTP, killed and started again at random moments
 * while 300 reminders fall due; then what came of them. Only its delivery's times are seconds instead of minutes.
 */
export async function crashApp(run: { engine: StartedEngine; processes: number; kills: number }) {
  const standIn = await startReminderStandIn();
  onTestFinished(() => standIn.close());
  standIn.delayMs = () => 5 + Math.random() * 60;
  const { faultOf, met } = someFaults();
  standIn.faultOf = faultOf;
  const databaseUrl = await run.engine.newDatabase();
  const store = await openStore(databaseUrl, testKeyRing);
  onTestFinished(() => store.close());
  const counts = [...Array(200).fill(1), ...Array(20).fill(5)];
  const people = Object.fromEntries(counts.map((count, at) => [`U${at}`, count]));
  await writeFallingDue(store, people, clockStartMs, fallingDueMs);
  const startedAtMs = performance.now();
  const nowMs = () => clockStartMs + performance.now() - startedAtMs;
  const start = () =>
    runApp(
      {
        ...{ SLACK_BOT_TOKEN: 'xoxb-test', SLACK_SIGNING_SECRET: 'a-secret', SLACK_API_URL: standIn.apiUrl },
        ...{ DATABASE_URL: databaseUrl, PORT: '0', REMINDER_TICK: '* * * * * *' },
        CLOCK_START: new Date(nowMs()).toISOString(),
      },
      { nodeArguments: ['--import', './test/delivery/processes/quick-timing.ts', ...sourceArguments] },
    );
  const apps: RunningApp[] = Array.from({ length: run.processes }, start);
  onTestFinished(() => {
    for (const app of apps) app.signal('SIGKILL');
  });
  for (let kill = 0; kill < run.kills; kill++) {
    const at = kill % apps.length;
    const victim = apps[at] as RunningApp;
    // One in five while it still starts, the others at work.
    if (kill % 5 < 4) await victim.printed(/is ready/);
    await wait(Math.random() * (kill % 5 < 4 ? 900 : longestStartMs));
    victim.signal('SIGKILL');
    await victim.ended;
    apps[at] = start();
  }
  const endedUnasked = Promise.race(apps.map(({ ended }) => ended)).then(({ status, stderr }) => {
    throw new Error(`an app ended by itself with status ${status}: ${stderr}`);
  });
  await Promise.race([untilSettled(store, clockStartMs + fallingDueMs), endedUnasked]);
  endedUnasked.catch(() => {});
  const seconds = Math.round((performance.now() - startedAtMs) / 100) / 10;
  // The kills are over, so these must end as an app does.
  const ends = await Promise.all(apps.map(endApp));
  return {
    ...(await countDeliveries(store, standIn, clockStartMs + fallingDueMs)),
    ...{ kills: run.kills, faults: met, seconds, endedWith: ends },
  };
}

async function endApp(app: RunningApp): Promise<number | null> {
  await app.printed(/is ready/);
  app.signal('SIGTERM');
  return (await app.ended).status;
}
