import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { countOutcomes, reportOutcomes } from '../load/count-outcomes.ts';
import { startLoad } from '../load/run-load.ts';
import { startAppForLoad } from '../load/start-app-for-load.ts';
import { startFaultRig } from './fault-rig.ts';

it('who was worked for when the app on SQLite was killed is told of it once it runs again', {
  timeout: 60_000,
}, async () => {
  const { slack, app, databaseUrl } = await startFaultRig();
  let url = app.url;
  const load = startLoad(slack, () => url, { perSecond: 10, patienceMs: 15_000 });
  await wait(1_500);
  // What is in doubt is told of a while later: the app has some of that in hand for certain.
  slack.faultOf = (target) => (target === 'response_url' ? 'failed' : undefined);
  await wait(2_000);
  app.signal('SIGKILL');
  slack.faultOf = () => undefined;
  await app.ended;
  const again = await startAppForLoad({ slack, databaseUrl });
  onTestFinished(async () => {
    again.signal('SIGKILL');
    await again.ended;
  });
  url = again.url;
  await wait(1_000);
  await load.stop();

  const outcomes = await countOutcomes(load.asked, slack);
  const toldAfter = [...slack.shown.values()].filter(({ text }) => text.startsWith('I was stopped')).length;
  reportOutcomes('killed on SQLite, and started again', outcomes, { toldAfter });
  expect(outcomes).toMatchObject({ silent: [], twice: [] });
  expect(toldAfter).toBeGreaterThan(0);
  again.signal('SIGTERM');
  expect((await again.ended).status).toBe(0);
  expect(existsSync(`${databaseUrl.slice('sqlite:'.length)}.in-hand`)).toBe(false);
});
