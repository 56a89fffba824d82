import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { startEmulatedWorkspaces, userId } from '../support/emulated-workspaces.ts';
import { startOAuthApp } from '../support/oauth-app.ts';

const rome = 'T0ROMA0001';

test('who asks while installations cannot be read is told to try again, and the fault is in the log', {
  timeout: 60_000,
}, async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'imt-board-')), 'board.db');
  const slack = await startEmulatedWorkspaces([rome]);
  const app = await startOAuthApp(slack, { DATABASE_URL: `sqlite:${path}` });
  onTestFinished(async () => {
    app.main.signal('SIGKILL');
    await slack.close();
  });
  const browser = app.browser();
  await browser.open(await slack.approve(rome, await browser.begin()));
  const database = new DatabaseSync(path, { timeout: 10_000 });
  database.exec('alter table "installation" rename to "away"');
  const ask = async () => {
    const before = slack.shown.length;
    await app.type(rome, '/imt', 'help', { user_id: userId, channel_id: 'C000000001' });
    await expect.poll(() => slack.shown.length).toBeGreaterThan(before);
    return JSON.stringify(slack.shown.slice(before));
  };
  expect(await ask()).toMatch(/could not reach its installation.*[Tt]ry again in a minute/);
  database.exec('alter table "away" rename to "installation"');
  database.close();
  expect(await ask()).toContain('/imt radiotherapy');
  expect(await app.end()).toMatch(/"level":"error"[^\n]*who asked could not be authorised/);
});
