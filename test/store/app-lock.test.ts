import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { testKeyRing } from '../support/key-ring.ts';
import { type ReminderStandIn, startReminderStandIn } from '../support/reminder-stand-in.ts';
import { runApp } from '../support/run-app.ts';

let folder: string;
let slack: ReminderStandIn;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'imt-board-'));
  slack = await startReminderStandIn();
});
afterEach(async () => {
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
});

const startApp = () =>
  runApp({
    ...{ PORT: '0', SLACK_BOT_TOKEN: 'xoxb-test', SLACK_SIGNING_SECRET: 'a-secret' },
    ...{ SLACK_API_URL: slack.apiUrl, DATABASE_URL: `sqlite:${join(folder, 'board.db')}` },
  });

it('a second app on one SQLite file is refused, the command line is not, and a killed app leaves no lock', async () => {
  const first = startApp();
  await first.printed(/IMT Board is ready/);
  const second = await startApp().ended;
  expect(second.status).toBe(2);
  expect(second.stderr).toContain('Another IMT Board is running on this SQLite file');
  const store = await openStore(`sqlite:${join(folder, 'board.db')}`, testKeyRing);
  await store.close();
  first.signal('SIGKILL');
  await first.ended;
  const third = startApp();
  await third.printed(/IMT Board is ready/);
  third.signal('SIGTERM');
  expect((await third.ended).status).toBe(0);
}, 40_000);
