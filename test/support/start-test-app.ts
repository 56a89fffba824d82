import type { KnowledgeBase } from '../../knowledge/schema.ts';
import type { BoardAccess } from '../../src/access/board-access.ts';
import type { Command } from '../../src/command.ts';
import { signRequest } from '../../src/sandbox/sign-request.ts';
import { createSlackApp, type SlackApp } from '../../src/slack/create-slack-app.ts';
import { clientsForTest } from './clients-for-test.ts';
import { edgeForTest, type TestParts } from './edge-for-test.ts';
import { type SlackStandIn, startSlackStandIn } from './slack-stand-in.ts';
import { type CommandFields, slashCommand } from './slash-command.ts';
import { timedPost } from './timed-post.ts';

const signingSecret = 'a-signing-secret-of-the-tests';
const formType = 'application/x-www-form-urlencoded';

export interface TestApp {
  slack: SlackStandIn;
  app: SlackApp;
  baseUrl: string;
  /** The log as JSON lines. */
  logLines: string[];
  /** Types a slash command; resolves with the acknowledgement. */
  type(command: string, text?: string, who?: Partial<CommandFields>): Promise<Response>;
  /** Presses a button or picks an option; `place` replaces what the payload says of where it was. */
  press(action: object, place?: object): Promise<Response>;
  /** Submits a dialog; `who` replaces what the payload says of the person. Resolves with the acknowledgement. */
  submit(view: object, who?: object): Promise<Response>;
  sendEvent(event: object): Promise<Response>;
  /** A signed request that is not sent yet. */
  signed(body: string): { url: string; method: string; headers: Record<string, string>; body: string };
  /** The same as `type`, timed from another thread. */
  typeTimed(command: string): Promise<{ status: number; tookMs: number }>;
  /** A request as Slack sends it, with headers that replace the right ones. */
  post(body: string, headers?: Record<string, string>, contentType?: string): Promise<Response>;
  stop(): Promise<void>;
}

/** A real Bolt app that listens on loopback and takes signed requests, with Slack played by the stand-in. */
export async function startTestApp(
  commands: readonly Command[],
  knowledge?: KnowledgeBase,
  { accessTo, ...parts }: TestParts & { accessTo?: (apiUrl: string) => BoardAccess } = {},
): Promise<TestApp> {
  const slack = await startSlackStandIn();
  const logLines: string[] = [];
  const access = accessTo?.(slack.apiUrl);
  const app = createSlackApp({
    ...edgeForTest(commands, logLines, knowledge, { ...parts, ...(access ? { access } : {}) }),
    clients: clientsForTest(slack.apiUrl),
    slack: { mode: 'http', botToken: 'xoxb-test', signingSecret, apiUrl: slack.apiUrl },
  });
  const baseUrl = `http://127.0.0.1:${await app.start(0)}`;
  const url = `${baseUrl}/slack/events`;
  const signed = (body: string, headers: Record<string, string> = {}, contentType = formType) => ({
    url,
    method: 'POST',
    body,
    headers: { 'content-type': contentType, ...signRequest(body, signingSecret, new Date()), ...headers },
  });
  const post: TestApp['post'] = (...request) => fetch(url, signed(...request));
  return {
    slack,
    app,
    baseUrl,
    logLines,
    signed,
    post,
    type: (command, text = '', who = {}) => post(slashCommand(command, text, slack.newResponseUrl(), who)),
    typeTimed: (command) => timedPost(url, signed(slashCommand(command, '', slack.newResponseUrl()))),
    press: (action, place = { response_url: slack.newResponseUrl(), channel: { id: 'C1', name: 'board' } }) =>
      post(new URLSearchParams({ payload: JSON.stringify({ ...pressed(action), ...place }) }).toString()),
    submit: (view, who = { user: { id: 'U1', username: 'ada', team_id: 'T1' } }) =>
      post(
        new URLSearchParams({
          payload: JSON.stringify({
            type: 'view_submission',
            team: { id: 'T1', domain: 'board' },
            trigger_id: 'a-trigger',
            view: { type: 'modal', id: 'V1', ...view },
            ...who,
          }),
        }).toString(),
      ),
    sendEvent: (event) =>
      post(
        JSON.stringify({ type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event }),
        {},
        'application/json',
      ),
    async stop() {
      await app.stop(1_000);
      await slack.close();
    },
  };
}

function pressed(action: object): object {
  return {
    type: 'block_actions',
    user: { id: 'U1', username: 'ada', team_id: 'T1' },
    team: { id: 'T1', domain: 'board' },
    container: { type: 'message', channel_id: 'C1' },
    trigger_id: 'a-trigger',
    actions: [{ type: 'button', block_id: 'b1', action_ts: '1', ...action }],
  };
}
