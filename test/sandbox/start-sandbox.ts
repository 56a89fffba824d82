import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver } from '@slack/bolt';
import type { Command } from '../../src/command.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/create-sandbox.ts';
import { type PageClient, pageClient } from './page-client.ts';

export interface RunningSandbox extends PageClient {
  app: App;
  sandbox: Sandbox;
  baseUrl: string;
  now: { ms: number };
  /** What the app would send: when each falls due, and how. */
  waiting: { atMs: number; send(): Promise<unknown> }[];
  stop(): Promise<void>;
}

const command = (name: `/${string}`): Command => ({
  name,
  description: 'A command of the tests',
  usageHint: '',
  examples: [],
  actions: [],
  run: async () => ({ kind: 'message', visibility: 'private', text: '', blocks: [] }),
});

const quiet = { info() {}, warn() {}, error() {} };

/** A real Bolt app on loopback, with the sandbox for its Slack. `listen` gives it its listeners. */
export async function startSandbox(listen: (app: App) => void): Promise<RunningSandbox> {
  const now = { ms: Date.parse('2026-11-23T09:00:00Z') };
  const waiting: RunningSandbox['waiting'] = [];
  let ids = 0;
  const sandbox = await createSandbox({
    commands: [command('/board')],
    clock: {
      now: () => new Date(now.ms),
      moveTo: (instant) => {
        now.ms = Math.max(now.ms, instant.getTime());
      },
    },
    timeZone: 'UTC',
    keepsStore: false,
    async tick() {
      while (waiting[0] && waiting[0].atMs <= now.ms) await waiting.shift()?.send();
    },
    nextWaitingAtMs: async () => waiting[0]?.atMs ?? null,
    newId: () => `id-${String(++ids).padStart(10, '0')}`,
    log: quiet,
  });
  const { botToken, signingSecret, apiUrl } = sandbox.slack;
  const receiver = new HTTPReceiver({ signingSecret, customRoutes: [...sandbox.routes] });
  const clientOptions = { slackApiUrl: apiUrl, retryConfig: { retries: 0 } };
  // Verified with the first event: a short test is over before the answer to a check at the start.
  const parts = { receiver, clientOptions, convoStore: false as const, tokenVerificationEnabled: false };
  const app = new App({ token: botToken, ...parts });
  app.error(async () => {});
  listen(app);
  const server = (await receiver.start({ port: 0, host: '127.0.0.1' })) as Server;
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  sandbox.connect(`${baseUrl}/slack/events`);
  return {
    app,
    sandbox,
    baseUrl,
    now,
    waiting,
    ...pageClient(baseUrl),
    async stop() {
      await sandbox.stop();
      server.closeAllConnections();
      await receiver.stop();
    },
  };
}
