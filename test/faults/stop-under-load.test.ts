import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { countOutcomes, reportOutcomes } from '../load/count-outcomes.ts';
import { startLoad } from '../load/run-load.ts';
import { startFaultRig } from './fault-rig.ts';

it('a SIGTERM under load ends the app in order: what it had acknowledged is answered, the rest is seen to fail', {
  timeout: 60_000,
}, async () => {
  const { slack, app, end } = await startFaultRig();
  const load = startLoad(slack, () => app.url, { perSecond: 20, patienceMs: 15_000 });
  await wait(2_500);
  // Slower than usual, so that some are at hand when it comes.
  slack.delayMs = 150;
  await wait(500);
  expect(await end()).toBe(0);
  await wait(300);
  await load.stop();
  const outcomes = await countOutcomes(load.asked, slack);
  reportOutcomes('SIGTERM under load', outcomes);
  expect(outcomes).toMatchObject({ silent: [], twice: [] });
  expect(outcomes.answered).toBeGreaterThan(0);
  expect(outcomes.failedVisibly).toBeGreaterThan(0);
});
