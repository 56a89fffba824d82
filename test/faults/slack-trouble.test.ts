import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { countOutcomes, reportOutcomes } from '../load/count-outcomes.ts';
import { loadFor } from '../load/run-load.ts';
import { startFaultRig } from './fault-rig.ts';

const patienceMs = 15_000;

it('while Slack is slow, requests are acknowledged at once, and each person sees one answer, late or not, and no word of doubt beside it', {
  timeout: 60_000,
}, async () => {
  const { slack, app, end } = await startFaultRig();
  await loadFor(1_000, slack, () => app.url, { perSecond: 6, patienceMs });
  // The app waits two seconds here for what it asks Slack, and six for its answer; ten and thirty as it is started.
  slack.delayMs = 2_500;
  const asked = await loadFor(4_000, slack, () => app.url, { perSecond: 6, patienceMs });
  slack.delayMs = 0;
  // A word of doubt would come half a second after the app had given up, and be slow as well.
  await wait(3_500);
  const outcomes = await countOutcomes(asked, slack, 20_000);
  reportOutcomes('Slack slow', outcomes);
  expect(outcomes).toMatchObject({ silent: [], failedVisibly: 0, twice: [] });
  expect(await end()).toBe(0);
});

it('while Slack answers 500, nothing is posted blindly twice; once it answers again each person is told', {
  timeout: 60_000,
}, async () => {
  const { slack, app, end } = await startFaultRig();
  slack.faultOf = () => 'failed';
  const asked = await loadFor(4_000, slack, () => app.url, { perSecond: 6, patienceMs });
  slack.faultOf = () => undefined;
  const outcomes = await countOutcomes(asked, slack, 20_000);
  reportOutcomes('Slack failing', outcomes);
  expect(outcomes).toMatchObject({ silent: [], failedVisibly: 0, twice: [] });
  expect(await end()).toBe(0);
});
