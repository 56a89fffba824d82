import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSlackApp, type SlackApp } from '../../src/slack/create-slack-app.ts';
import { clientsForTest } from '../support/clients-for-test.ts';
import { commandForTest, message } from '../support/command-for-test.ts';
import { edgeForTest } from '../support/edge-for-test.ts';
import { type SlackStandIn, startSlackStandIn } from '../support/slack-stand-in.ts';
import { slashCommand } from '../support/slash-command.ts';
import { type SocketStandIn, startSocketStandIn } from '../support/socket-stand-in.ts';

let slack: SlackStandIn;
let socket: SocketStandIn;
let app: SlackApp;
let ready: () => Promise<number>;

beforeEach(async () => {
  slack = await startSlackStandIn();
  socket = await startSocketStandIn();
  slack.answers['apps.connections.open'] = { ok: true, url: socket.url };
  app = createSlackApp({
    ...edgeForTest([commandForTest(async ({ text }) => message(`about ${text}`))]),
    clients: clientsForTest(slack.apiUrl),
    slack: { mode: 'socket', botToken: 'xoxb-test', appToken: 'xapp-test', apiUrl: slack.apiUrl },
  });
  const port = await app.start(0);
  ready = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status;
});
afterEach(async () => {
  await app.stop(1_000);
  await Promise.all([slack.close(), socket.close()]);
});

test('in Socket Mode a command is acknowledged over the socket and answered as over HTTP', async () => {
  const payload = Object.fromEntries(
    new URLSearchParams(slashCommand('/board', 'surgery', slack.newResponseUrl())),
  );
  socket.send({ envelope_id: 'E1', type: 'slash_commands', accepts_response_payload: true, payload });
  expect((await slack.nextPost()).body).toMatchObject({ text: 'about surgery', response_type: 'ephemeral' });
  expect(socket.received.map(({ envelope_id }) => envelope_id)).toEqual(['E1']);
});

test('in Socket Mode the app is ready only while its socket is open', async () => {
  expect(await ready()).toBe(200);
  socket.drop();
  await expect.poll(ready).toBe(503);
});

test('in Socket Mode a socket that broke is opened anew, even when Slack fails the first time', async () => {
  socket.drop();
  await expect.poll(ready).toBe(503);
  slack.failNext('apps.connections.open', { status: 503, body: 'upstream' });
  await expect.poll(ready, { interval: 100 }).toBe(200);
});
