import { request } from 'node:http';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { imtFollowup } from '../../commands/imt-followup.ts';
import { createSlackApp } from '../../src/slack/create-slack-app.ts';
import { ada, ben, type CalendarApp, knowledge, startCalendarApp } from '../support/calendar-app.ts';
import { summaries } from '../support/calendar-summaries.ts';
import { clientsForTest } from '../support/clients-for-test.ts';
import { edgeForTest } from '../support/edge-for-test.ts';
import { startSlackStandIn } from '../support/slack-stand-in.ts';
import { startSocketStandIn } from '../support/socket-stand-in.ts';

let calendar: CalendarApp;
beforeEach(async () => {
  calendar = await startCalendarApp();
});

describe('a link', () => {
  test('is replaced by the next, and the old one is worth nothing', async () => {
    const old = await calendar.linkBy('calendar');
    const other = await calendar.linkBy('calendar board');
    const link = await calendar.linkBy('calendar');
    expect(link).not.toBe(old);
    expect((await fetch(old)).status).toBe(401);
    expect([await summaries(link), await summaries(other)]).toEqual([[], []]);
  });

  test('ends when its owner revokes it, and nobody else’s does', async () => {
    const links = [await calendar.linkBy('calendar'), await calendar.linkBy('calendar board')];
    const bens = await calendar.linkBy('calendar', { user_id: ben });
    const elsewhere = await calendar.linkBy('calendar', { user_id: ada, team_id: 'T2' });
    expect(await calendar.say('calendar revoke')).toContain('Your 2 calendar links have ended');
    for (const link of links) expect((await fetch(link)).status).toBe(401);
    expect([await summaries(bens), await summaries(elsewhere)]).toEqual([[], []]);
    expect(await calendar.say('calendar revoke')).toContain('You had no calendar link here');
  });

  test('that is revoked, unknown or misspelt gets one and the same answer', async () => {
    const link = await calendar.linkBy('calendar');
    await calendar.say('calendar revoke');
    const answers = await Promise.all(
      [
        link,
        link.replace('.ics', ''),
        `${calendar.app.baseUrl}/calendar/${'A'.repeat(43)}.ics`,
        `${calendar.app.baseUrl}/calendar/../calendar/x.ics`,
        `${calendar.app.baseUrl}/calendar/%27%20or%201=1.ics`,
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
    const link = await calendar.linkBy('calendar');
    const token = link.slice(-47, -4);
    await fetch(link);
    await fetch(link, { method: 'POST' });
    await fetch(`${link}/more`);
    expect(calendar.app.logLines.join('\n')).not.toContain(token);
    expect(calendar.store.written()).not.toContain(token);
    expect(calendar.store.written()).not.toContain(Buffer.from(token, 'base64url').toString('latin1'));
  });

  test('answers HEAD without a body, and no other method', async () => {
    const link = await calendar.linkBy('calendar');
    const answer = await fetch(link, { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect((await fetch(link, { method: 'DELETE' })).status).toBe(404);
  });

  test('of who may not see a board any more shows nothing of it, from the next fetch on', async () => {
    await calendar.add('CASE-12 CT chest due 2026-12-01', ada, ben);
    await calendar.add('CASE-13 MRI pelvis due 2026-12-02', ada, ben, { channel_id: 'C2' });
    const [mine, board] = [await calendar.linkBy('calendar'), await calendar.linkBy('calendar board')];
    expect(await summaries(mine)).toHaveLength(2);
    expect(await summaries(board)).toHaveLength(1);
    const asked: object[] = [];
    calendar.given.maySeeBoard = async ({ teamId, userId }, { channelId }) => {
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
    const link = await calendar.linkBy('calendar');
    const { feeds } = calendar.given;
    const { openScans } = feeds;
    feeds.openScans = async () => {
      throw new Error('CASE-12 in the message');
    };
    const answer = await fetch(link);
    expect([answer.status, await answer.text()]).toEqual([
      503,
      'The calendar cannot be read at the moment (ref-1).\n',
    ]);
    expect(calendar.logged).toMatchObject([{ reference: 'ref-1' }]);
    expect(JSON.stringify(calendar.logged)).not.toContain('CASE-12');
    feeds.openScans = openScans;
    expect(await summaries(link)).toEqual([]);
  });

  test('is not given while nobody has said where the app is reached', async () => {
    calendar.given.publicUrl = null;
    expect(await calendar.say('calendar')).toContain('An admin sets `PUBLIC_URL`');
    expect(await calendar.say('calendar tomorrow')).toContain('`calendar board`');
  });
});

describe('an address that is none', () => {
  test.each(['/calendar/%E0%A4%A', '/calendar/%00.ics', '//'])('%s ends no process', async (path) => {
    const { port } = new URL(calendar.app.baseUrl);
    const status = await new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path }, ({ statusCode }) => resolve(statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect((await fetch(`${calendar.app.baseUrl}/healthz`)).status).toBe(200);
  });
});

test('a calendar is also read where the app speaks with Slack over a socket', async () => {
  const socket = await startSocketStandIn();
  const slack = await startSlackStandIn();
  slack.answers['apps.connections.open'] = { ok: true, url: socket.url };
  const socketApp = createSlackApp({
    ...edgeForTest([imtFollowup], [], knowledge, { routes: [calendar.route] }),
    clients: clientsForTest(slack.apiUrl),
    slack: { mode: 'socket', botToken: 'xoxb-test', appToken: 'xapp-test', apiUrl: slack.apiUrl },
  });
  onTestFinished(async () => {
    await socketApp.stop(1_000);
    await Promise.all([slack.close(), socket.close()]);
  });
  const port = await socketApp.start(0);
  const link = new URL(await calendar.linkBy('calendar'));
  link.port = String(port);
  expect(await summaries(link.href)).toEqual([]);
  expect((await fetch(`http://127.0.0.1:${port}/calendar/x.ics`)).status).toBe(401);
  expect((await fetch(`http://127.0.0.1:${port}/calendar`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${port}//`)).status).toBe(404);
});
