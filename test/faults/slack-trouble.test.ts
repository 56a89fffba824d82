import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { countOutcomes, reportOutcomes } from '../load/count-outcomes.ts';
import { loadFor } from '../load/run-load.ts';
import { startFaultRig } from './fault-rig.ts';

/**
 * With `FAULTS=full` everything takes as long as it does in a hospital: the app waits ten seconds for what it asks Slack
 * and thirty for its answer, Slack is ten seconds slow, or fails for a minute. Otherwise both are a fifth of it or less.
 */
const full = process.env.FAULTS === 'full';
const quickTiming = !full;
const patienceMs = full ? 60_000 : 15_000;
const slowMs = full ? 10_000 : 2_500;
const slowForMs = full ? 30_000 : 4_000;
const failsForMs = full ? 60_000 : 4_000;
/** Who was in doubt is told after 5 and 30 seconds, then after two minutes more. */
const toldWithinMs = full ? 200_000 : 20_000;
const timeout = full ? 400_000 : 60_000;

it('while Slack is slow, requests are acknowledged at once, and each person sees one answer, late or not, and no word of doubt beside it', {
  timeout,
}, async () => {
  const { slack, app, end } = await startFaultRig({ quickTiming });
  await loadFor(1_000, slack, () => app.url, { perSecond: 6, patienceMs });
  // Quick, the app waits two seconds for what it asks Slack, and six for its answer.
  slack.delayMs = slowMs;
  const asked = await loadFor(slowForMs, slack, () => app.url, { perSecond: 6, patienceMs });
  slack.delayMs = 0;
  // A word of doubt would come half a second after the app had given up, and be slow as well.
  await wait(slowMs + 1_000);
  const outcomes = await countOutcomes(asked, slack, toldWithinMs);
  reportOutcomes('Slack slow', outcomes);
  expect(outcomes).toMatchObject({ silent: [], failedVisibly: 0, twice: [] });
  expect(await end()).toBe(0);
});

it('while Slack answers 500, nothing is posted blindly twice; once it answers again each person is told', {
  timeout,
}, async () => {
  const { slack, app, end } = await startFaultRig({ quickTiming });
  slack.faultOf = () => 'failed';
  const asked = await loadFor(failsForMs, slack, () => app.url, { perSecond: 6, patienceMs });
  slack.faultOf = () => undefined;
  const outcomes = await countOutcomes(asked, slack, toldWithinMs);
  reportOutcomes('Slack failing', outcomes);
  expect(outcomes).toMatchObject({ silent: [], failedVisibly: 0, twice: [] });
  expect(await end()).toBe(0);
});
