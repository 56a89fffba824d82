import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver } from '@slack/bolt';
import type { Command } from '../../src/command.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/create-sandbox.ts';
import type { PageAnswer, PageRequests, PageState } from '../../src/sandbox/page-state.ts';

export interface RunningSandbox {
  app: App;
  sandbox: Sandbox;
  baseUrl: string;
  now: { ms: number };
  ask<Name extends keyof PageRequests>(name: Name, request: PageRequests[Name]): Promise<PageAnswer>;
  /** What a person sees at this moment, as the page is told. */
  seenBy(handle: string): Promise<PageState>;
  /** Waits until what a person sees satisfies the question. */
  until<T>(handle: string, find: (state: PageState) => T | undefined): Promise<T>;
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
  let ids = 0;
  const sandbox = await createSandbox({
    commands: [command('/board')],
    now: () => new Date(now.ms),
    newId: () => `id-${String(++ids).padStart(10, '0')}`,
    log: quiet,
  });
  const { botToken, signingSecret, apiUrl } = sandbox.slack;
  const receiver = new HTTPReceiver({ signingSecret, customRoutes: [...sandbox.routes] });
  const clientOptions = { slackApiUrl: apiUrl, retryConfig: { retries: 0 } };
  const app = new App({ token: botToken, receiver, clientOptions, convoStore: false });
  app.error(async () => {});
  listen(app);
  const server = (await receiver.start({ port: 0, host: '127.0.0.1' })) as Server;
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  sandbox.connect(`${baseUrl}/slack/events`);
  const seenBy = (handle: string) => firstState(`${baseUrl}/sandbox/stream?as=${handle}`);
  return {
    app,
    sandbox,
    baseUrl,
    now,
    seenBy,
    async ask(name, request) {
      const response = await fetch(`${baseUrl}/sandbox/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      });
      if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
      return (await response.json()) as PageAnswer;
    },
    async until(handle, find) {
      for (const giveUpAt = Date.now() + 5_000; Date.now() < giveUpAt; ) {
        const found = find(await seenBy(handle));
        if (found !== undefined) return found;
      }
      throw new Error(`${handle} never saw what was waited for`);
    },
    async stop() {
      await sandbox.stop();
      server.closeAllConnections();
      await receiver.stop();
    },
  };
}

async function firstState(url: string): Promise<PageState> {
  const response = await fetch(url);
  let read = '';
  for await (const chunk of response.body ?? []) {
    read += new TextDecoder().decode(chunk);
    const [, data] = /event: state\ndata: (.*)\n\n/.exec(read) ?? [];
    // Leaving the loop closes the stream.
    if (data) return JSON.parse(data) as PageState;
  }
  throw new Error('the stream ended without a state');
}
