import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningApp, runApp } from './support/run-app.ts';
import { type SlackStandIn, startSlackStandIn } from './support/slack-stand-in.ts';

let slack: SlackStandIn;
let folder: string;
let app: RunningApp | undefined;
beforeEach(async () => {
  slack = await startSlackStandIn();
  folder = mkdtempSync(join(tmpdir(), 'imt-board-'));
});
afterEach(async () => {
  app?.signal('SIGKILL');
  await app?.ended;
  await slack.close();
  rmSync(folder, { recursive: true });
});

/** Starts the app on a store that somebody holds, and signals it while it waits for that. */
async function signalledAtStart(variables: Record<string, string>): Promise<RunningApp> {
  const path = join(folder, 'board.db');
  const held = new DatabaseSync(path);
  held.exec('pragma journal_mode = wal; begin immediate');
  const started = runApp({ PORT: '0', DATABASE_URL: `sqlite:${path}`, ...variables });
  app = started;
  while (!existsSync(`${path}.app`)) await wait(10);
  started.signal('SIGHUP');
  // The signal is on its way before the store is free.
  await wait(100);
  held.close();
  return started;
}

describe.skipIf(process.platform === 'win32')('SIGHUP while the app starts', () => {
  it('ends no service: the knowledge base is read again once it has started', {
    timeout: 60_000,
  }, async () => {
    const service = await signalledAtStart({
      ...{ SLACK_BOT_TOKEN: 'xoxb-test', SLACK_SIGNING_SECRET: 'a-secret', SLACK_API_URL: slack.apiUrl },
    });
    await service.printed(/IMT Board is ready/);
    await service.printed(/the knowledge base was reloaded/);
    service.signal('SIGTERM');
    expect((await service.ended).status).toBe(0);
  });

  it('ends the local page, whose terminal was closed', { timeout: 60_000 }, async () => {
    const page = await signalledAtStart({});
    expect((await page.ended).status).toBeNull();
  });
});
