import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { signRequest } from '../../src/sandbox/sign-request.ts';
import { summaries } from '../support/calendar-summaries.ts';
import { runApp } from '../support/run-app.ts';
import { startSlackStandIn } from '../support/slack-stand-in.ts';
import { slashCommand } from '../support/slash-command.ts';

test('a link outlives a restart of the app', { timeout: 30_000 }, async () => {
  const slack = await startSlackStandIn();
  onTestFinished(() => slack.close());
  const variables = {
    ...{ SLACK_BOT_TOKEN: 'xoxb-test', SLACK_SIGNING_SECRET: 'a-secret', SLACK_API_URL: slack.apiUrl },
    ...{ PORT: '0', PUBLIC_URL: 'http://localhost/', REMINDER_TICK: '0 0 1 1 *' },
    DATABASE_URL: `sqlite:${join(mkdtempSync(join(tmpdir(), 'imt-board-')), 'board.db')}`,
  };
  const start = async () => {
    const main = runApp(variables);
    onTestFinished(() => main.signal('SIGKILL'));
    const [, port] = await main.printed(/"port":(\d+)/);
    return { main, baseUrl: `http://127.0.0.1:${port}` };
  };
  const first = await start();
  const body = slashCommand('/imt-followup', 'calendar', slack.newResponseUrl());
  await fetch(`${first.baseUrl}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...signRequest(body, 'a-secret', new Date()),
    },
  });
  const [path = ''] =
    /(?<=http:\/\/localhost)\/calendar\/[\w-]+\.ics/.exec(JSON.stringify((await slack.nextPost()).body)) ??
    [];
  expect((await fetch(`${first.baseUrl}${path}`)).status).toBe(200);
  first.main.signal('SIGKILL');
  await first.main.ended;
  const second = await start();
  expect(await summaries(`${second.baseUrl}${path}`)).toEqual([]);
});
