import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EmulatedWorkspaces, startEmulatedWorkspaces, userId } from '../support/emulated-workspaces.ts';
import { type OAuthApp, oauthSecrets, startOAuthApp } from '../support/oauth-app.ts';

const [rome, oslo] = ['T0ROMA0001', 'T0OSLO0001'] as const;
const who = { user_id: userId, channel_id: 'C000000001' };

let slack: EmulatedWorkspaces;
let app: OAuthApp;
let folder: string;
const start = (clockStart = '2026-11-23T09:00:00Z') =>
  startOAuthApp(slack, {
    DATABASE_URL: `sqlite:${join(folder, 'board.db')}`,
    ...{ CLOCK_START: clockStart, REMINDER_TICK: '* * * * * *' },
  });
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'imt-board-'));
  slack = await startEmulatedWorkspaces([rome, oslo]);
  app = await start();
}, 60_000);
afterEach(async () => {
  app.main.signal('SIGKILL');
  await slack.close();
});

async function install(teamId: string) {
  const browser = app.browser();
  return browser.open(await slack.approve(teamId, await browser.begin()));
}

async function answerTo(teamId: string, command: string, text = '', more: object = {}): Promise<string> {
  const before = slack.shown.length;
  expect((await app.type(teamId, command, text, { ...who, ...more })).status).toBe(200);
  await expect.poll(() => slack.shown.length).toBeGreaterThan(before);
  return JSON.stringify(slack.shown.slice(before));
}

async function addCase(teamId: string, code: string): Promise<void> {
  const { channelId, otherId } = await slack.boardOf(teamId);
  const typed = `add ${code} CT chest due 2026-12-15 window 7d owner <@${userId}> backup <@${otherId}>`;
  expect(await answerTo(teamId, '/imt-followup', typed, { channel_id: channelId })).toContain(code);
}

const callsOf = (method: string) => slack.calls.filter((call) => call.method === method);
const onDisk = () =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('');

describe('the app, installed by OAuth in workspaces that `emulate` plays,', { timeout: 60_000 }, () => {
  test('is ready before anybody has installed it, and says that it is in none', async () => {
    expect(await app.ready()).toEqual({ status: 'ready', workspaces: 0 });
    expect(await answerTo(rome, '/imt', 'help')).toContain('is not installed in this workspace');
  });

  test('goes through the whole dance and answers each workspace as it was installed there', async () => {
    const done = await install(rome);
    expect([done.status, done.text]).toEqual([
      200,
      expect.stringContaining('It is in Workspace T0ROMA0001 now'),
    ]);
    await install(oslo);
    expect(await app.ready()).toEqual({ status: 'ready', workspaces: 2 });
    expect(await answerTo(rome, '/imt', 'help')).toContain('/imt');
    for (const teamId of [rome, oslo]) {
      await app.tell(
        { type: 'app_home_opened', user: userId, tab: 'home', channel: 'D1', event_ts: '1.1' },
        { team_id: teamId },
      );
      const drawn = () =>
        callsOf('views.publish').filter(({ token }) => slack.tokensOf(teamId).includes(token));
      await expect.poll(() => drawn().length).toBe(1);
    }
  });

  test('sends the reminders of each workspace with its own token, and none crosses', async () => {
    await install(rome);
    await install(oslo);
    for (const [teamId, code] of [
      [rome, 'CASE-12'],
      [oslo, 'CASE-99'],
    ] as const) {
      await addCase(teamId, code);
    }
    await app.end();
    app = await start('2026-12-22T10:00:00Z');
    const told = () =>
      callsOf('chat.postMessage').map(({ token, args }) => ({ token, all: JSON.stringify(args) }));
    const about = (code: string) => told().filter(({ all }) => all.includes(code));
    await expect
      .poll(() => [about('CASE-12').length, about('CASE-99').length].map((n) => n > 0))
      .toEqual([true, true]);
    expect(new Set(about('CASE-12').map(({ token }) => token))).toEqual(new Set(slack.tokensOf(rome)));
    expect(new Set(about('CASE-99').map(({ token }) => token))).toEqual(new Set(slack.tokensOf(oslo)));
  });

  test('forgets the token when it is removed, keeps what boards keep, and goes on when it is installed again', async () => {
    await install(rome);
    await addCase(rome, 'CASE-12');
    await app.tell({ type: 'app_uninstalled' }, { team_id: rome });
    await expect.poll(app.ready).toEqual({ status: 'ready', workspaces: 0 });
    expect(await answerTo(rome, '/imt', 'help')).toContain('is not installed in this workspace');
    await app.end();
    app = await start('2026-12-22T10:00:00Z');
    await app.main.printed(/"code":"not_installed"[^\n]*install it again/);
    expect(callsOf('chat.postMessage')).toEqual([]);
    await install(rome);
    const [, again = ''] = slack.tokensOf(rome);
    const told = () =>
      callsOf('chat.postMessage').filter(({ args }) => JSON.stringify(args).includes('CASE-12'));
    await expect.poll(() => told().length).toBeGreaterThan(0);
    expect(new Set(told().map(({ token }) => token))).toEqual(new Set([again]));
  });

  test('forgets the token when it was revoked, and not when only somebody’s own was', async () => {
    await install(rome);
    const revoke = (tokens: object) => app.tell({ type: 'tokens_revoked', tokens }, { team_id: rome });
    await revoke({ oauth: [userId], bot: [] });
    expect(await answerTo(rome, '/imt', 'help')).toContain('/imt-followup');
    expect(await app.ready()).toMatchObject({ workspaces: 1 });
    await revoke({ oauth: [], bot: ['UBOT'] });
    await expect.poll(app.ready).toMatchObject({ workspaces: 0 });
  });

  test('keeps the newer token when Slack tells late that an older one was removed', async () => {
    await install(rome);
    const longAgo = { team_id: rome, event_time: Math.floor(Date.now() / 1000) - 600 };
    await app.post(
      JSON.stringify({
        type: 'event_callback',
        event_id: 'EvLate',
        event: { type: 'app_uninstalled' },
        ...longAgo,
      }),
      'application/json',
    );
    await app.main.printed(/"alarm":"uninstalled"/);
    expect(await app.ready()).toMatchObject({ workspaces: 1 });
  });

  test('writes no token, code or secret to its log, its pages or, in clear, its store', async () => {
    const browser = app.browser();
    const back = await slack.approve(rome, await browser.begin());
    const pages = [await browser.open(back), await browser.open(back)].map(({ text }) => text).join('');
    await answerTo(rome, '/imt', 'help');
    const [token = 'none'] = slack.tokensOf(rome);
    const { code = 'none', state = 'none' } = Object.fromEntries(new URL(back).searchParams);
    const { clientSecret, stateSecret, signingSecret } = oauthSecrets;
    const printed = await app.end();
    const seen = pages.replaceAll(/href="[^"]*"/g, '');
    for (const secret of [token, code, state, clientSecret, stateSecret, signingSecret])
      for (const place of [printed, onDisk(), seen]) expect(place.includes(secret), secret).toBe(false);
  });
});

describe('an installation', { timeout: 60_000 }, () => {
  const refused = async (page: Promise<{ status: number; text: string }>) => {
    const { status, text } = await page;
    expect([status, text]).toEqual([400, expect.stringContaining('Start again here')]);
    expect(await app.ready()).toMatchObject({ workspaces: 0 });
    expect(callsOf('oauth.v2.access')).toEqual([]);
  };

  test('that another browser began is refused with a page for people, and no code is spent', async () => {
    const back = await slack.approve(rome, await app.browser().begin());
    await refused(app.browser().open(back));
    const other = app.browser();
    await other.begin();
    await refused(other.open(back));
  });

  test.each([
    ['without a state', (back: URL) => back.searchParams.delete('state')],
    ['with a made-up state', (back: URL) => back.searchParams.set('state', 'a.b.c')],
    ['without a code', (back: URL) => back.searchParams.delete('code')],
  ])('that comes back %s is refused', async (_, spoil) => {
    const browser = app.browser();
    const back = new URL(await slack.approve(rome, await browser.begin()));
    spoil(back);
    await refused(browser.open(back.href));
    // Anybody can open such an address: it must not look like a fault of the app.
    expect(await app.end()).not.toMatch(/"level":"error"/);
  });

  test('is done once: the same address opened again, with its cookie put back, does nothing', async () => {
    const begun = await fetch(`${app.url}/slack/install`);
    const [cookie = ''] = begun.headers.getSetCookie().map((set) => /^[^;]+/.exec(set)?.[0] ?? '');
    const button = /<a href="([^"]+)">Add/.exec(await begun.text())?.[1] ?? '';
    const back = new URL(await slack.approve(rome, button.replaceAll('&amp;', '&')));
    const open = () => fetch(app.url + back.pathname + back.search, { headers: { cookie } });
    expect((await open()).status).toBe(200);
    expect((await open()).status).toBe(400);
    expect(callsOf('oauth.v2.access')).toHaveLength(1);
  });

  test('that somebody cancelled in Slack says so, and nothing is kept', async () => {
    const browser = app.browser();
    await browser.begin();
    const { status, text } = await browser.open('/slack/oauth_redirect?error=access_denied&state=x');
    expect([status, text]).toEqual([200, expect.stringContaining('You cancelled it in Slack')]);
    expect(await app.ready()).toMatchObject({ workspaces: 0 });
  });

  test('that Slack refuses gives a reference that is in the log', async () => {
    const browser = app.browser();
    const back = new URL(await slack.approve(rome, await browser.begin()));
    back.searchParams.set('code', 'no-such-code');
    const { status, text } = await browser.open(back.href);
    const [, reference = 'none'] = /reference to whoever runs the app: (\w+)/.exec(text) ?? [];
    expect(status).toBe(502);
    expect(await app.end()).toContain(`"reference":"${reference}"`);
  });

  test('begins with a page that loads nothing, is in no frame, and ties the state to the browser', async () => {
    const { status, text, headers } = await app.browser().open('/slack/install');
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.getSetCookie().join()).toMatch(/HttpOnly/);
    const address = new URL((/<a href="([^"]+)">Add/.exec(text)?.[1] ?? '').replaceAll('&amp;', '&'));
    expect(address.searchParams.get('redirect_uri')).toBe('https://board.example.org/slack/oauth_redirect');
    expect(address.searchParams.get('scope')?.split(',')).toContain('chat:write');
  });
});
