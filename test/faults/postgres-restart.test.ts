import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { countDeliveries, onceEach, untilSettled } from '../delivery/crash-counts.ts';
import { writeFallingDue } from '../delivery/write-falling-due.ts';
import { countOutcomes, reportOutcomes } from '../load/count-outcomes.ts';
import { startLoad } from '../load/run-load.ts';
import { startPostgres } from '../store/start-postgres.ts';
import { openBeside, startFaultRig } from './fault-rig.ts';

const clockStartMs = Date.UTC(2027, 1, 23, 12);
const people = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`U1N${at}`, 1]));

it('while PostgreSQL is restarted under load each request ends in a reply, each reminder goes out once, and what was answered is in the audit record', {
  timeout: 120_000,
}, async () => {
  const engine = await startPostgres();
  const variables = { CLOCK_START: new Date(clockStartMs).toISOString() };
  const { slack, app, databaseUrl, end } = await startFaultRig({ engine, variables });
  const store = await openBeside(databaseUrl);
  await writeFallingDue(store, people, clockStartMs, 5_000);
  const load = startLoad(slack, () => app.url, { perSecond: 8, patienceMs: 15_000 });
  await wait(2_000);
  await engine.restart();
  await wait(2_000);
  await load.stop();
  const outcomes = await countOutcomes(load.asked, slack, 20_000);
  await untilSettled(store, clockStartMs + 5_000);
  expect(await end()).toBe(0);
  const { stdout } = await app.ended;
  const lost = [...stdout.matchAll(/"alarm":"audit","lost":(\d+)/g)].reduce(
    (sum, [, n]) => sum + Number(n),
    0,
  );
  reportOutcomes('PostgreSQL restarted', outcomes, { auditLost: lost });
  expect(outcomes).toMatchObject({ silent: [], failedVisibly: 0, twice: [] });
  expect(lost).toBe(0);
  expect(await countDeliveries(store, slack, clockStartMs + 5_000)).toMatchObject(onceEach(30));
});
