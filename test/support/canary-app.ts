import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { signRequest } from '../../src/sandbox/sign-request.ts';
import { type BoardTalk, createBoardTalk } from './board-talk.ts';
import { testKeys } from './key-ring.ts';
import { type RunningApp, runApp } from './run-app.ts';
import { type SlackStandIn, startSlackStandIn } from './slack-stand-in.ts';
import { slashCommand } from './slash-command.ts';

/** What Slack and the environment hand to the app besides what people write: each marked, so that it can be looked for. */
export const planted = {
  botToken: 'xoxb-4711-CanaryBotToken',
  signingSecret: 'CanarySigningSecret',
  encryptionKeys: testKeys.slice(2),
  responseUrls: '/commands/T1/',
  userName: 'canary.username',
  realName: 'Canary Realname',
  email: 'canary.person@kestrel.test',
  channelName: 'canary-channelname',
  teamDomain: 'canary-teamdomain',
  triggerId: 'CanaryTrigger.4711',
} as const;

export interface CanaryApp {
  slack: SlackStandIn;
  readonly url: string;
  talk: BoardTalk;
  type(command: string, text?: string, who?: object): Promise<Response>;
  /** Sends an interaction, of which only what differs is given. */
  interact(payload: object): Promise<Response>;
  post(body: string, headers?: Record<string, string>): Promise<Response>;
  /** What the process printed so far; all of it once it has stopped. */
  printed(): Promise<string>;
  /** Every byte of the database's files. */
  database(): string;
  auditExport(format: 'csv' | 'json'): Promise<string>;
  /** Ends the process and starts another on the same file, with its clock elsewhere. */
  restart(clockStart: string): Promise<void>;
  stop(): Promise<void>;
}

/** The app as `npm start` runs it, on a file of its own, with a log of everything, and a tick each second. */
export async function startCanaryApp(clockStart: string): Promise<CanaryApp> {
  const folder = mkdtempSync(join(tmpdir(), 'imt-board-'));
  const databaseUrl = `sqlite:${join(folder, 'board.db')}`;
  const slack = await startSlackStandIn();
  const people = ['UADA', 'UBEN', 'UCEM', 'UWITNESS4711', 'U1'];
  const [name, profile] = [planted.userName, { real_name: planted.realName, email: planted.email }];
  Object.assign(slack.answers, {
    'users.info': { ok: true, user: { id: 'UADA', team_id: 'T1', tz: 'UTC', name, profile } },
    'conversations.members': { ok: true, members: people, name: planted.channelName },
    'conversations.open': { ok: true, channel: { id: 'D1', name: planted.channelName } },
    'conversations.history': { ok: true, messages: [] },
    'chat.postMessage': { ok: true, ts: '1.000001', channel: 'D1', message: { text: planted.realName } },
  });
  let main: RunningApp;
  let url: string;
  let printedBefore = '';
  async function start(startsAt: string): Promise<void> {
    main = runApp({
      ...{ SLACK_BOT_TOKEN: planted.botToken, SLACK_SIGNING_SECRET: planted.signingSecret },
      ...{ SLACK_API_URL: slack.apiUrl, PORT: '0', DATABASE_URL: databaseUrl, LOG_LEVEL: 'trace' },
      ...{ CLOCK_START: startsAt, REMINDER_TICK: '* * * * * *', PUBLIC_URL: 'https://board.example.org' },
    });
    const [, port] = await main.printed(/"port":(\d+)/);
    url = `http://127.0.0.1:${port}`;
  }
  async function end(): Promise<void> {
    main.signal('SIGTERM');
    const { stdout, stderr } = await main.ended;
    printedBefore += `${stdout}\n${stderr}\n`;
  }
  await start(clockStart);
  const post: CanaryApp['post'] = (body, headers = {}) =>
    fetch(`${url}/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...signRequest(body, planted.signingSecret, new Date()),
        ...headers,
      },
    });
  const named = {
    ...{ user_name: planted.userName, channel_name: planted.channelName },
    ...{ team_domain: planted.teamDomain, trigger_id: planted.triggerId },
  };
  const type: CanaryApp['type'] = (command, text = '', who = {}) =>
    post(
      slashCommand(command, text, slack.newResponseUrl(), { user_id: 'UADA', ...named, ...who } as object),
    );
  return {
    ...{ slack, post, type },
    get url() {
      return url;
    },
    printed: async () => `${printedBefore}${(await main.printed(/^[\s\S]+$/))[0]}`,
    async restart(startsAt) {
      await end();
      await start(startsAt);
    },
    talk: createBoardTalk({ slack, type }),
    interact: (payload) =>
      post(
        new URLSearchParams({
          payload: JSON.stringify({
            user: { id: 'UADA', username: planted.userName, name: planted.realName, team_id: 'T1' },
            team: { id: 'T1', domain: planted.teamDomain },
            channel: { id: 'C1', name: planted.channelName },
            trigger_id: planted.triggerId,
            ...payload,
          }),
        }).toString(),
      ),
    database: () =>
      readdirSync(folder)
        .map((file) => readFileSync(join(folder, file), 'latin1'))
        .join('\n'),
    async auditExport(format) {
      const nodeArguments = ['src/cli.ts', 'audit', 'export', format];
      const { stdout, status } = await runApp({ DATABASE_URL: databaseUrl }, { nodeArguments }).ended;
      expect(status).toBe(0);
      return stdout;
    },
    async stop() {
      await end();
      await slack.close();
      rmSync(folder, { recursive: true });
    },
  };
}
