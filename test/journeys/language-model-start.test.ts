import { expect, onTestFinished, test } from 'vitest';
import { signRequest } from '../../src/sandbox/sign-request.ts';
import { chooses, startModelStandIn } from '../support/model-stand-in.ts';
import { runApp } from '../support/run-app.ts';
import { startSlackStandIn } from '../support/slack-stand-in.ts';
import { slashCommand } from '../support/slash-command.ts';

const secret = 'a-signing-secret';
const question = 'does radiotherapy work?';

test('an app that is started with a model asks it, and says so in its answer and in its log', async () => {
  const model = await startModelStandIn(chooses((ids) => ids.slice(-1)));
  const slack = await startSlackStandIn();
  const app = runApp({
    ...{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: secret, SLACK_API_URL: slack.apiUrl, PORT: '0' },
    ...{ MODEL_BASE_URL: model.baseUrl, MODEL_NAME: 'a-model', MODEL_API_KEY: 'CANARY-key' },
    ...{ MODEL_TIMEOUT_MS: '5000' },
  });
  onTestFinished(async () => {
    app.signal('SIGKILL');
    await slack.close();
  });
  const [, port] = await app.printed(/"port":(\d+)/);
  const body = slashCommand('/imt', question, slack.newResponseUrl(), {});
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    ...signRequest(body, secret, new Date()),
  };
  await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', body, headers });
  const { body: answer } = await slack.nextPost();
  const { host } = new URL(model.baseUrl);
  expect(JSON.stringify(answer)).toContain(`a model at ${host} chose among`);
  await app.printed(/"outcome":"chosen"[^\n]*"a model was to choose"/);
  app.signal('SIGTERM');
  const { stdout, stderr } = await app.ended;
  expect(stdout + stderr).not.toMatch(/CANARY|radiotherapy work/);
}, 60_000);
