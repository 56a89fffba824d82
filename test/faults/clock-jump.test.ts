import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { writeFallingDue } from '../delivery/write-falling-due.ts';
import { askOf, send } from '../load/ask.ts';
import { startSlackForLoad } from '../load/slack-for-load.ts';
import { startAppForLoad } from '../load/start-app-for-load.ts';
import { startSqlite } from '../store/engines.ts';
import { testKeyRing } from '../support/key-ring.ts';

const hourMs = 60 * 60_000;
const clockStartMs = Date.UTC(2027, 1, 23, 12);
const people = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`U1N${at}`, 1]));

it('a clock that jumps back an hour, then a day forward, then is right again stops no reminder and doubles none', {
  timeout: 90_000,
}, async () => {
  const engine = await startSqlite();
  onTestFinished(() => engine.stop());
  const slack = await startSlackForLoad();
  onTestFinished(() => slack.close());
  // Every fifth message is shown by Slack, which says that it failed: it is looked for before it is posted again.
  let posts = 0;
  slack.faultOf = (target) =>
    target === 'chat.postMessage' && ++posts % 5 === 0 ? 'failed-recorded' : undefined;
  const databaseUrl = await engine.newDatabase();
  const store = await openStore(databaseUrl, testKeyRing);
  onTestFinished(() => store.close());
  await writeFallingDue(store, people, clockStartMs, 6_000);
  const app = await startAppForLoad({
    ...{ slack, databaseUrl, preloaded: ['./processes/jumping-clock.ts'] },
    variables: {
      CLOCK_START: new Date(clockStartMs).toISOString(),
      // Far enough apart that none falls into the second in which a jump is noticed.
      REMINDER_TICK: '*/10 * * * * *',
      CLOCK_JUMPS_MS: `${-hourMs},${24 * hourMs},0`,
    },
  });
  onTestFinished(() => app.signal('SIGKILL'));
  const postedOfDue = () => slack.posted.length;
  const jump = async (to: RegExp) => {
    app.signal('SIGUSR2');
    await app.printed(to);
  };

  await expect.poll(postedOfDue, { timeout: 30_000 }).toBeGreaterThan(3);
  await jump(/jumped to -3600000 ms/);
  // The tick that is under way is not the one that is asked about.
  await wait(2_500);
  // What falls due by a clock that is an hour behind; a tick that waited for the old hour would not come.
  await store.transaction((tx) =>
    tx
      .updateTable('outbox')
      .set({ dueAtMs: clockStartMs - hourMs, nextAttemptAtMs: clockStartMs - hourMs })
      .where('state', '=', 'pending')
      .where('dueAtMs', '<=', clockStartMs + 6_000)
      .execute(),
  );
  await expect.poll(() => slack.timesPosted().size, { timeout: 30_000 }).toBeGreaterThanOrEqual(20);
  await jump(/jumped to 86400000 ms/);
  await wait(3_000);
  // By this clock Slack's requests are a day old, as if somebody played them again: Slack tells the person.
  expect(await send(app.url, askOf(slack, 1, 'summary'), new Date(), 15_000)).toMatchObject({ status: 401 });
  await jump(/jumped to 0 ms/);

  const due = await store.db
    .selectFrom('outbox')
    .select('id')
    .where('dueAtMs', '<=', clockStartMs + 6_000)
    .execute();
  // One that was in doubt while the clock was ahead stands in the conversation, and is looked for a day later.
  const missing = () => due.filter(({ id }) => !slack.timesPosted().has(id)).length;
  await expect.poll(missing, { timeout: 30_000 }).toBe(0);
  const times = slack.timesPosted();
  expect(due.map(({ id }) => times.get(id))).toEqual(Array(40).fill(1));
  expect([...times.values()].filter((count) => count > 1)).toEqual([]);
  expect(await send(app.url, askOf(slack, 2, 'summary'))).toMatchObject({ status: 200 });
  app.signal('SIGTERM');
  expect((await app.ended).status).toBe(0);
});
