import { expect, it } from 'vitest';
import { countOutcomes, reportOutcomes } from '../load/count-outcomes.ts';
import { loadFor } from '../load/run-load.ts';
import { startFaultRig } from './fault-rig.ts';

const patienceMs = 15_000;

it('while Slack takes longer than the app waits for it, requests are acknowledged at once, and nobody is left without a word', {
  timeout: 60_000,
}, async () => {
  const { slack, app, end } = await startFaultRig();
  await loadFor(1_000, slack, () => app.url, { perSecond: 6, patienceMs });
  // The app waits two seconds here, ten as it is started.
  slack.delayMs = 2_500;
  const asked = await loadFor(4_000, slack, () => app.url, { perSecond: 6, patienceMs });
  slack.delayMs = 0;
  const outcomes = await countOutcomes(asked, slack, 20_000);
  reportOutcomes('Slack slow', outcomes);
  expect(outcomes).toMatchObject({ silent: [], failedVisibly: 0 });
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
