import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type GridStandIn, startGridStandIn } from '../support/grid-stand-in.ts';
import { type OAuthApp, startOAuthApp } from '../support/oauth-app.ts';

const add = 'add CASE-12 CT chest due 2026-12-15 window 7d owner <@U1> backup <@U2>';
const fromGrid = { enterprise_id: 'E1', is_enterprise_install: 'true' };

let grid: GridStandIn;
let app: OAuthApp;
let databaseUrl: string;
const start = (clockStart: string) =>
  startOAuthApp(grid, {
    ...{ DATABASE_URL: databaseUrl, CLOCK_START: clockStart, REMINDER_TICK: '* * * * * *' },
  });
beforeEach(async () => {
  databaseUrl = `sqlite:${join(mkdtempSync(join(tmpdir(), 'imt-board-')), 'board.db')}`;
  grid = await startGridStandIn();
  app = await start('2026-11-23T09:00:00Z');
}, 60_000);
afterEach(async () => {
  app.main.signal('SIGKILL');
  await grid.close();
});

/** The whole dance; Slack's own page is skipped, as it only gives out the code. */
async function install(place: { teamId?: string; enterpriseId?: string; expiresIn?: number }) {
  const browser = app.browser();
  const { searchParams } = new URL(await browser.begin());
  grid.codes.set('a-code', place);
  const back = new URLSearchParams({ code: 'a-code', state: searchParams.get('state') ?? '' });
  return browser.open(`/slack/oauth_redirect?${back}`);
}

async function answerTo(teamId: string, command: string, text: string, who: object): Promise<string> {
  const before = grid.shown.length;
  await app.type(teamId, command, text, who);
  await expect.poll(() => grid.shown.length).toBeGreaterThan(before);
  return JSON.stringify(grid.shown.slice(before));
}

const posts = () => grid.calls.filter(({ method }) => method === 'chat.postMessage');

describe('the app, installed by an organisation in a stand-in of Slack,', { timeout: 60_000 }, () => {
  test('answers in each of its workspaces, and reminds there by the same token, each time naming the workspace', async () => {
    expect((await install({ enterpriseId: 'E1' })).text).toContain('It is in An organisation now');
    expect(await answerTo('T7', '/imt-followup', add, fromGrid)).toContain('CASE-12');
    expect(await app.ready()).toEqual({ status: 'ready', workspaces: 1 });
    // After a restart nobody has asked from there yet.
    await app.end();
    app = await start('2026-12-22T10:00:00Z');
    await expect.poll(() => posts().length).toBeGreaterThan(0);
    const [token] = grid.living;
    for (const call of posts()) expect(call).toMatchObject({ token, args: { team_id: 'T7' } });
  });

  test('is not there for a workspace of another organisation', async () => {
    await install({ enterpriseId: 'E1' });
    const other = { ...fromGrid, enterprise_id: 'E2' };
    expect(await answerTo('T8', '/imt', 'help', other)).toContain('is not installed in this workspace');
  });

  test('answers as Slack says that it was installed, where a workspace has an installation of its own too', async () => {
    await install({ enterpriseId: 'E1' });
    await install({ teamId: 'T7', enterpriseId: 'E1' });
    const [ofOrganisation, ofWorkspace] = grid.living;
    const tokens: string[] = [];
    for (const is_enterprise_install of [true, false]) {
      const ts = `${tokens.length + 1}.1`;
      const before = posts().length;
      await app.tell(
        { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text: 'help', ts },
        {
          ...{ team_id: 'T7', enterprise_id: 'E1' },
          authorizations: [{ team_id: 'T7', enterprise_id: 'E1', is_enterprise_install }],
        },
      );
      await expect.poll(() => posts().length).toBeGreaterThan(before);
      tokens.push(posts().at(-1)?.token ?? '');
    }
    expect(tokens).toEqual([ofOrganisation, ofWorkspace]);
  });

  test('is erased when the organisation removes it, and not when one of its workspaces does', async () => {
    await install({ enterpriseId: 'E1' });
    await answerTo('T7', '/imt', 'help', fromGrid);
    const removed = (isEnterprise: boolean) =>
      app.tell(
        { type: 'app_uninstalled' },
        {
          ...{ team_id: 'T7', enterprise_id: 'E1' },
          authorizations: [{ team_id: 'T7', enterprise_id: 'E1', is_enterprise_install: isEnterprise }],
        },
      );
    await removed(false);
    await app.main.printed(/"erased":false/);
    expect(await app.ready()).toMatchObject({ workspaces: 1 });
    await removed(true);
    await expect.poll(app.ready).toMatchObject({ workspaces: 0 });
  });

  test('renews a token that was given to it for hours, and says nothing of it in its log', async () => {
    await install({ teamId: 'T1', expiresIn: 60 * 60 });
    const [first = ''] = grid.living;
    expect(await answerTo('T1', '/imt', 'help', {})).toContain('/imt-followup');
    await expect.poll(() => grid.renewals()).toBe(1);
    await expect.poll(() => grid.living.has(first)).toBe(false);
    expect(await answerTo('T1', '/imt', 'help', {})).toContain('/imt-followup');
    expect(grid.spentTwice).toEqual([]);
    expect(await app.end()).not.toMatch(/xoxe|a-code|Canary/);
  });
});
