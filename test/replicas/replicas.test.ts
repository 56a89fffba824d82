import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrationNames } from '../../src/store/migrate.ts';
import { countDeliveries, onceEach, untilSettled } from '../delivery/crash-counts.ts';
import { writeFallingDue } from '../delivery/write-falling-due.ts';
import { type Ask, askOf, crowd, send } from '../load/ask.ts';
import { countOutcomes, reportOutcomes } from '../load/count-outcomes.ts';
import { startLoad } from '../load/run-load.ts';
import type { Shown } from '../load/slack-for-load.ts';
import { type Replicas, startReplicas } from './start-replicas.ts';

const clockStartMs = Date.UTC(2027, 1, 23, 12);
const fallingDueMs = 5_000;
const people = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`U1N${at}`, 2]));
const startedAtMs = performance.now();
const now = () => clockStartMs + Math.round(performance.now() - startedAtMs);

let replicas: Replicas;
beforeAll(async () => {
  replicas = await startReplicas(3, () => ({ CLOCK_START: new Date(now()).toISOString() }));
}, 120_000);
afterAll(() => replicas.stop());

it('of three that start at once on an empty database, one makes the tables and the others wait', async () => {
  const { db } = replicas.store;
  const made = await db
    .withTables<{ storeMigration: { name: string; appliedAtMs: number } }>()
    .selectFrom('storeMigration')
    .select('name')
    .execute();
  expect(new Set(made.map(({ name }) => name)).size).toBe(migrationNames.length);
});

it('what one replica began another goes on with, and an event that two are told of is answered once', {
  timeout: 60_000,
}, async () => {
  const { slack, apps } = replicas;
  const [one, other] = apps.map(({ url }) => url) as [string, string, string];
  const shownOf = async (ask: Ask, times = 1) => {
    await expect.poll(() => slack.shown.get(ask.key)?.times, { timeout: 10_000 }).toBe(times);
    return slack.shown.get(ask.key) as Shown;
  };

  const add = askOf(slack, 0, 'dialog');
  await send(one, add);
  const view = JSON.parse((await shownOf(add)).view ?? '{}');
  const person = {
    user: { id: 'U0N0', username: 'ada', team_id: 'T0' },
    team: { id: 'T0', domain: 'board' },
  };
  const filled = Object.entries({
    ...{ caseCode: text('CASE-12'), modality: picked('CT'), bodySite: picked('chest') },
    ...{ targetOn: { type: 'datepicker', selected_date: '2027-03-01' }, windowDays: text('14') },
    ...{ ownerId: user('U0N0'), backupId: user('U0N1') },
  }).map(([id, value]) => [id, { value }]);
  const submitted = { ...view, id: 'V1', state: { values: Object.fromEntries(filled) } };
  const submission = { type: 'view_submission', ...person, trigger_id: 'another', view: submitted };
  expect(await send(other, { ...add, body: payloadOf(submission) })).toMatchObject({ status: 200, body: '' });
  expect((await shownOf(add, 2)).text).toContain('CASE-12');
  const list = askOf(slack, 20, 'list');
  await send(one, list);
  expect((await shownOf(list)).text).toContain('CASE-12');

  const doubtful = askOf(slack, 40, 'doubtful');
  await send(one, doubtful);
  const [, value = ''] =
    /"action_id":"guard.go-on","value":"([^"]+)"/.exec((await shownOf(doubtful)).blocks ?? '') ?? [];
  expect(value).not.toBe('');
  const press = askOf(slack, 40 + crowd.workspaces * crowd.people, 'button');
  await send(other, {
    ...press,
    body: press.body
      .replace('imt.gone', 'guard.go-on')
      .replace('%22x%22', encodeURIComponent(JSON.stringify(value))),
  });
  expect((await shownOf(press)).text).toContain('An answer from the knowledge base');

  const event = askOf(slack, 80, 'event');
  await Promise.all([send(one, event), send(other, event)]);
  await send(other, askOf(slack, 81, 'retry'));
  await shownOf(event);
  // Whatever is still on its way: both take up another event behind it, and answer that.
  for (const [at, url] of [100, 120].map((at, index) => [at, index ? one : other] as const)) {
    const after = askOf(slack, at, 'event');
    await send(url, after);
    await shownOf(after);
  }
  expect(slack.shown.get(event.key)?.times).toBe(1);
});

it('one of three is killed under load and started again: reminders go out once, requests are taken by the others', {
  timeout: 120_000,
}, async () => {
  const { slack, apps, proxy, store } = replicas;
  const fromMs = now();
  await writeFallingDue(store, people, fromMs, fallingDueMs);
  const load = startLoad(slack, () => proxy.url, { perSecond: 8, patienceMs: 15_000 });
  await wait(2_000);
  const [, victim] = apps;
  // What is in doubt is told of a while later: the killed one has some of that in hand for certain.
  slack.faultOf = (target) => (target === 'response_url' ? 'failed' : undefined);
  await wait(2_500);
  victim?.signal('SIGKILL');
  slack.faultOf = () => undefined;
  await victim?.ended;
  await wait(1_500);
  await replicas.startAgain(1);
  await wait(1_500);
  await load.stop();

  const outcomes = await countOutcomes(load.asked, slack);
  await untilSettled(store, fromMs + fallingDueMs);
  const ends = await Promise.all(
    apps.map(async (app) => {
      app.signal('SIGTERM');
      return (await app.ended).status;
    }),
  );
  const toldByOthers = [...slack.shown.values()].filter(({ text }) =>
    text.startsWith('I was stopped'),
  ).length;
  reportOutcomes('three replicas, one killed', outcomes, { movedOn: proxy.movedOn, toldByOthers });
  // What the killed one had acknowledged and not answered yet another knows of, and tells.
  expect(outcomes).toMatchObject({ silent: [], twice: [] });
  expect(toldByOthers).toBeGreaterThan(0);
  expect(proxy.movedOn).toBeGreaterThan(0);
  expect([...proxy.answeredBy.values()].filter((answers) => answers > 3)).toHaveLength(4);
  expect(await countDeliveries(store, slack, fromMs + fallingDueMs)).toMatchObject(onceEach(100));
  expect(ends).toEqual([0, 0, 0]);
});

const text = (value: string) => ({ type: 'plain_text_input', value });
const user = (id: string) => ({ type: 'users_select', selected_user: id });
const picked = (value: string) => ({
  type: 'static_select',
  selected_option: { value, text: { type: 'plain_text', text: value } },
});
const payloadOf = (payload: object) => new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
