import { Agent, request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { signRequest } from '../../src/sandbox/sign-request.ts';
import { commandForTest, message } from '../support/command-for-test.ts';
import { slashCommand } from '../support/slash-command.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

let app: TestApp;
let runs = 0;
beforeEach(async () => {
  runs = 0;
  app = await startTestApp([
    commandForTest(async () => {
      runs += 1;
      return message('answered');
    }),
  ]);
});
afterEach(() => app.stop());

describe('a request that Slack did not send as it is', () => {
  const sixMinutesAgo = new Date(Date.now() - 6 * 60_000);
  test.each([
    ['has no signature', 401, { 'x-slack-signature': '' }],
    ['was changed on its way', 401, signRequest('text=other', 'a-signing-secret-of-the-tests', new Date())],
    ['is signed with another secret', 401, signRequest(body(), 'another-secret', new Date())],
    ['is six minutes old', 401, signRequest(body(), 'a-signing-secret-of-the-tests', sixMinutesAgo)],
  ])('is refused when it %s, and nothing runs', async (_, status, headers) => {
    expect((await app.post(body(), headers)).status).toBe(status);
    expect(await runsAfterAnother()).toBe(1);
  });

  test('is refused when it is larger than Slack ever sends, and nothing runs', async () => {
    const oversized = `${body()}&padding=${'x'.repeat(1024 * 1024)}`;
    expect((await app.post(oversized)).status).toBe(413);
    expect(await runsAfterAnother()).toBe(1);
  });

  test.each([
    ['an event', (deep: string) => [`{"type":"event_callback","event":${deep}}`, 'application/json']],
    [
      'a button',
      (deep: string) => [`payload=${encodeURIComponent(`{"type":"block_actions","actions":${deep}}`)}`],
    ],
    [
      'a dialog',
      (deep: string) => [`payload=${encodeURIComponent(`{"type":"view_submission","view":${deep}}`)}`],
    ],
  ])('does no harm when it is %s nested without end', async (_, made) => {
    const depth = 100_000;
    const [body = '', contentType] = made('['.repeat(depth) + ']'.repeat(depth));
    const answer = await app.post(body, {}, contentType);
    expect(answer.status).toBeGreaterThanOrEqual(200);
    await app.type('/board');
    expect((await app.slack.nextPost()).body.text).toBe('answered');
  });

  test('does not hold up the next request on its connection when it is oversized', async () => {
    // One connection for all, as a reverse proxy keeps it; the second request finds it in use already.
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const statuses = [];
    for (const text of [body(), 'x'.repeat(3 * 1024 * 1024), body()])
      statuses.push(await statusOver(agent, app.signed(text)));
    agent.destroy();
    expect(statuses).toEqual([200, 413, 200]);
  });

  test('leaves nothing of its text in the log', async () => {
    await app.post('{"text": CANARY-4711', {}, 'application/json');
    await app.post(`command=%2Fboard&text=CANARY-4711`, { 'x-slack-signature': 'v0=no' });
    await fetch(`${app.baseUrl}/CANARY-4711`);
    expect(app.logLines.length).toBeGreaterThanOrEqual(3);
    expect(app.logLines.join('')).not.toContain('CANARY');
  });
});

test('the same request with its own signature runs', async () => {
  expect((await app.post(body())).status).toBe(200);
  await expect.poll(() => runs).toBe(1);
});

describe('health', () => {
  test('answers alive and ready once the app listens', async () => {
    const [alive, ready] = await Promise.all(
      ['healthz', 'readyz'].map((path) => fetch(`${app.baseUrl}/${path}`)),
    );
    expect(await alive?.json()).toEqual({ status: 'alive' });
    expect(await ready?.json()).toEqual({ status: 'ready' });
  });

  test('answers a HEAD request too', async () => {
    const status = await new Promise((resolve) => {
      request(`${app.baseUrl}/readyz`, { method: 'HEAD' }, (answer) => resolve(answer.statusCode)).end();
    });
    expect(status).toBe(200);
  });
});

function body(): string {
  return slashCommand('/board', 'hello', 'http://127.0.0.1:9/never');
}

function statusOver(agent: Agent, { url, body: text, ...init }: ReturnType<TestApp['signed']>) {
  return new Promise((resolve, reject) => {
    request(url, { ...init, agent }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode));
    })
      .once('error', reject)
      .end(text);
  });
}

/** Once a command that came later is answered, as one before it would be too. */
async function runsAfterAnother(): Promise<number> {
  await app.type('/board');
  await app.slack.nextPost();
  return runs;
}
