import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keysOfAppOn, lockForApp } from '../../src/store/app-lock.ts';
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
  expect(second.status).toBe(75);
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

it('what lies beside the database is for its own account alone', async () => {
  const path = join(folder, 'board.db');
  const unlock = lockForApp(`sqlite:${path}`, ['1']);
  const store = await openStore(`sqlite:${path}`, testKeyRing);
  const names = readdirSync(folder);
  expect(names).toContain('board.db.app');
  for (const name of names) expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
  await store.close();
  unlock();
});

it('which keys the app has is told as long as it runs', () => {
  const path = join(folder, 'board.db');
  expect(keysOfAppOn(path)).toBeUndefined();
  for (const keyIds of [['2', '1'], ['1'], []]) {
    const unlock = lockForApp(`sqlite:${path}`, keyIds);
    expect(keysOfAppOn(path)).toEqual(keyIds);
    unlock();
    expect(keysOfAppOn(path)).toBeUndefined();
  }
});
