import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { imtFollowup } from '../../commands/imt-followup.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { validateMessage } from '../../src/slack/block-kit/validate.ts';
import { type CalendarRouteOptions, calendarRoute } from '../../src/slack/calendar-route.ts';
import { createSlackApp } from '../../src/slack/create-slack-app.ts';
import { createCalendarRecords } from '../../src/store/calendar-records.ts';
import { summaries } from '../support/calendar-summaries.ts';
import { clientsForTest } from '../support/clients-for-test.ts';
import { edgeForTest } from '../support/edge-for-test.ts';
import { type FollowUpStore, openFollowUpStore } from '../support/follow-up-store.ts';
import { startSlackStandIn } from '../support/slack-stand-in.ts';
import { startSocketStandIn } from '../support/socket-stand-in.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

const knowledge = loadKnowledge(new URL('../../knowledge/', import.meta.url));
const now = () => new Date('2026-11-23T09:00:00Z');
const ada = 'U0ADA';
const ben = 'U0BEN';

let store: FollowUpStore;
let app: TestApp;
let publicUrl: string | null;
let feeds: ReturnType<typeof createCalendarRecords>;
let maySeeBoard: CalendarRouteOptions['maySeeBoard'];
let routeLog: object[];
beforeEach(async () => {
  store = await openFollowUpStore();
  feeds = createCalendarRecords(store.store, now);
  maySeeBoard = async () => true;
  routeLog = [];
  publicUrl = 'https://board.example.org/imt';
  app = await startTestApp([imtFollowup], knowledge, {
    followUps: store.records,
    calendar: { ...feeds, publicUrl: () => publicUrl },
    routes: [theRoute()],
  });
});
afterEach(async () => {
  await app.stop();
  await store.close();
});

const audited: object[] = [];
const settled = async () => {};
const theRoute = () =>
  calendarRoute({
    ...{ now, newReference: () => 'ref-1', audit: { record: (entry) => audited.push(entry), settled } },
    feeds: { find: (token) => feeds.find(token), openScans: (feed) => feeds.openScans(feed) },
    maySeeBoard: (person, board) => maySeeBoard(person, board),
    log: { debug() {}, info() {}, warn() {}, error: (fields) => routeLog.push(fields) },
  });

async function say(text: string, who: Parameters<TestApp['type']>[2] = { user_id: ada }): Promise<string> {
  await app.type('/imt-followup', text, who);
  const { body } = await app.slack.nextPost();
  expect(validateMessage(body)).toEqual([]);
  expect(body.response_type).toBe('ephemeral');
  return JSON.stringify(body);
}

/** Where the link leads once it has come in from outside. */
async function linkBy(text: string, who?: Parameters<TestApp['type']>[2]): Promise<string> {
  const [, path] =
    /https:\/\/board\.example\.org\/imt(\/calendar\/[\w-]{43}\.ics)/.exec(await say(text, who)) ?? [];
  if (!path) throw new Error('there is no link in the answer');
  return `${app.baseUrl}${path}`;
}

const add = (scan: string, owner: string, backup: string, who: Parameters<TestApp['type']>[2] = {}) =>
  say(`add ${scan} window 7d owner <@${owner}> backup <@${backup}>`, { user_id: ada, ...who });

describe('a person’s calendar', () => {
  test('holds what they own or back up on every board of the workspace, and nothing else', async () => {
    await add('CASE-12 CT chest due 2026-12-01', ada, ben);
    await add('CASE-13 MRI pelvis due 2026-12-02', ben, ada, { channel_id: 'C2' });
    await add('CASE-14 CT chest due 2026-12-03', ben, 'U0EVE');
    await add('CASE-15 CT chest due 2026-12-04', ada, ben, { team_id: 'T2' });
    const link = await linkBy('calendar');
    expect(await summaries(link)).toEqual(['2026-12-01 CASE-12 CT', '2026-12-02 CASE-13 MRI']);
    expect(await (await fetch(link)).text()).not.toMatch(/chest|pelvis|U0|C1|C2|"|<|@(?!imt-board)/);
  });

  test('moves a date with its appointment and lets go of what is closed', async () => {
    await add('CASE-12 CT chest due 2026-12-01', ada, ben);
    await add('CASE-13 MRI pelvis due 2026-12-02', ada, ben);
    const link = await linkBy('calendar');
    await say('book CASE-12 on 2026-11-30');
    await say('done CASE-13 exam 2026-11-20 report RPT-1 reviewer <@U3>');
    expect(await summaries(link)).toEqual(['2026-11-30 CASE-12 CT']);
  });

  test('is in the audit record each time it is fetched, by whose it is and what it held', async () => {
    await add('CASE-12 CT chest due 2026-12-01', ada, ben);
    const link = await linkBy('calendar');
    audited.length = 0;
    await summaries(link);
    await fetch(`${link.slice(0, -5)}x.ics`);
    const [date] = await store.records.openOccurrences({ teamId: 'T1', channelId: 'C1' });
    expect(audited).toEqual([
      expect.objectContaining({ actor: ada, action: 'fetched', what: 'calendar', about: [date?.id] }),
    ]);
  });

  test('follows who owns a scan', async () => {
    await add('CASE-12 CT chest due 2026-12-01', ada, ben);
    const link = await linkBy('calendar', { user_id: 'U0EVE' });
    expect(await summaries(link)).toEqual([]);
    await say('reassign CASE-12 owner <@U0EVE>');
    expect(await summaries(link)).toEqual(['2026-12-01 CASE-12 CT']);
  });
});

describe('a board’s calendar', () => {
  test('holds all of that board and nothing of another', async () => {
    await add('CASE-12 CT chest due 2026-12-01', ada, ben);
    await add('CASE-14 CT chest due 2026-12-03', ben, 'U0EVE');
    await add('CASE-13 MRI pelvis due 2026-12-02', ada, ben, { channel_id: 'C2' });
    expect(await summaries(await linkBy('calendar board'))).toEqual([
      '2026-12-01 CASE-12 CT',
      '2026-12-03 CASE-14 CT',
    ]);
  });
});

describe('a link', () => {
  test('is replaced by the next, and the old one is worth nothing', async () => {
    const old = await linkBy('calendar');
    const other = await linkBy('calendar board');
    const link = await linkBy('calendar');
    expect(link).not.toBe(old);
    expect((await fetch(old)).status).toBe(401);
    expect([await summaries(link), await summaries(other)]).toEqual([[], []]);
  });

  test('ends when its owner revokes it, and nobody else’s does', async () => {
    const links = [await linkBy('calendar'), await linkBy('calendar board')];
    const bens = await linkBy('calendar', { user_id: ben });
    const elsewhere = await linkBy('calendar', { user_id: ada, team_id: 'T2' });
    expect(await say('calendar revoke')).toContain('Your 2 calendar links have ended');
    for (const link of links) expect((await fetch(link)).status).toBe(401);
    expect([await summaries(bens), await summaries(elsewhere)]).toEqual([[], []]);
    expect(await say('calendar revoke')).toContain('You had no calendar link here');
  });

  test('that is revoked, unknown or misspelt gets one and the same answer', async () => {
    const link = await linkBy('calendar');
    await say('calendar revoke');
    const answers = await Promise.all(
      [
        link,
        link.replace('.ics', ''),
        `${app.baseUrl}/calendar/${'A'.repeat(43)}.ics`,
        `${app.baseUrl}/calendar/../calendar/x.ics`,
        `${app.baseUrl}/calendar/%27%20or%201=1.ics`,
      ].map(async (address) => {
        const answer = await fetch(address);
        const headers = Object.fromEntries(answer.headers);
        return { status: answer.status, headers: { ...headers, date: '' }, body: await answer.text() };
      }),
    );
    expect(answers[0]?.status).toBe(401);
    expect(answers[0]?.body).toBe(
      'This calendar link is not valid. In Slack, write /imt-followup calendar for a new one.\n',
    );
    expect(answers[0]?.headers).toMatchObject({ 'cache-control': 'no-store' });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test('is in no log, and the store holds nothing that it could be made from', async () => {
    const link = await linkBy('calendar');
    const token = link.slice(-47, -4);
    await fetch(link);
    await fetch(link, { method: 'POST' });
    await fetch(`${link}/more`);
    expect(app.logLines.join('\n')).not.toContain(token);
    expect(store.written()).not.toContain(token);
    expect(store.written()).not.toContain(Buffer.from(token, 'base64url').toString('latin1'));
  });

  test('answers HEAD without a body, and no other method', async () => {
    const link = await linkBy('calendar');
    const answer = await fetch(link, { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect((await fetch(link, { method: 'DELETE' })).status).toBe(404);
  });

  test('of who may not see a board any more shows nothing of it, from the next fetch on', async () => {
    await add('CASE-12 CT chest due 2026-12-01', ada, ben);
    await add('CASE-13 MRI pelvis due 2026-12-02', ada, ben, { channel_id: 'C2' });
    const [mine, board] = [await linkBy('calendar'), await linkBy('calendar board')];
    expect(await summaries(mine)).toHaveLength(2);
    expect(await summaries(board)).toHaveLength(1);
    const asked: object[] = [];
    maySeeBoard = async ({ teamId, userId }, { channelId }) => {
      asked.push({ teamId, userId, channelId });
      return channelId !== 'C1';
    };
    expect(await summaries(mine)).toEqual(['2026-12-02 CASE-13 MRI']);
    expect((await fetch(board)).status).toBe(401);
    expect(asked).toEqual([
      { teamId: 'T1', userId: ada, channelId: 'C1' },
      { teamId: 'T1', userId: ada, channelId: 'C2' },
      { teamId: 'T1', userId: ada, channelId: 'C1' },
    ]);
  });

  test('whose feed cannot be read says so and leaves the calendar what it has', async () => {
    const link = await linkBy('calendar');
    const { openScans } = feeds;
    feeds.openScans = async () => {
      throw new Error('CASE-12 in the message');
    };
    const answer = await fetch(link);
    expect([answer.status, await answer.text()]).toEqual([
      503,
      'The calendar cannot be read at the moment (ref-1).\n',
    ]);
    expect(routeLog).toMatchObject([{ reference: 'ref-1' }]);
    expect(JSON.stringify(routeLog)).not.toContain('CASE-12');
    feeds.openScans = openScans;
    expect(await summaries(link)).toEqual([]);
  });

  test('is not given while nobody has said where the app is reached', async () => {
    publicUrl = null;
    expect(await say('calendar')).toContain('An admin sets `PUBLIC_URL`');
    expect(await say('calendar tomorrow')).toContain('`calendar board`');
  });
});

describe('an address that is none', () => {
  test.each(['/calendar/%E0%A4%A', '/calendar/%00.ics', '//'])('%s ends no process', async (path) => {
    const { port } = new URL(app.baseUrl);
    const status = await new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path }, ({ statusCode }) => resolve(statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect((await fetch(`${app.baseUrl}/healthz`)).status).toBe(200);
  });
});

test('a calendar is also read where the app speaks with Slack over a socket', async () => {
  const socket = await startSocketStandIn();
  const slack = await startSlackStandIn();
  slack.answers['apps.connections.open'] = { ok: true, url: socket.url };
  const socketApp = createSlackApp({
    ...edgeForTest([imtFollowup], [], knowledge, { routes: [theRoute()] }),
    clients: clientsForTest(slack.apiUrl),
    slack: { mode: 'socket', botToken: 'xoxb-test', appToken: 'xapp-test', apiUrl: slack.apiUrl },
  });
  onTestFinished(async () => {
    await socketApp.stop(1_000);
    await Promise.all([slack.close(), socket.close()]);
  });
  const port = await socketApp.start(0);
  const link = new URL(await linkBy('calendar'));
  link.port = String(port);
  expect(await summaries(link.href)).toEqual([]);
  expect((await fetch(`http://127.0.0.1:${port}/calendar/x.ics`)).status).toBe(401);
  expect((await fetch(`http://127.0.0.1:${port}/calendar`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${port}//`)).status).toBe(404);
});
