import { request as httpRequest } from 'node:http';
import { signRequest } from '../../src/sandbox/sign-request.ts';
import { slashCommand } from '../support/slash-command.ts';
import type { SlackForLoad } from './slack-for-load.ts';

export const loadSecret = 'a-signing-secret-of-the-load';

/** How many workspaces the load comes from, and how many people are in each. */
export const crowd = { workspaces: 20, people: 60 };

const askKinds = [
  ...(['summary', 'list', 'question', 'dialog'] as const),
  ...(['button', 'summary', 'event', 'retry'] as const),
] as const;
/** `doubtful`: the guard asks back; what it asks is answered by a button. `dose`: also draws a picture. */
export type AskKind = (typeof askKinds)[number] | 'doubtful' | 'dose';

/** One request as Slack would send it. */
export interface Ask {
  kind: AskKind;
  /** What its answer is found by. */
  key: string;
  body: string;
  headers: Record<string, string>;
}

/** What Slack would know of it: without a 2xx it tells the person that the app failed, and sends an event again. */
export interface Acknowledged {
  status: number;
  ackMs: number;
  body: string;
  sentAtMs: number;
  error?: string;
}

const formType = { 'content-type': 'application/x-www-form-urlencoded' };
const jsonType = { 'content-type': 'application/json' };

/** The `at`-th request of the load, of the kind whose turn it is. Keys begin with a number, so that one is a `ts` too. */
export function askOf(
  slack: SlackForLoad,
  at: number,
  kind: AskKind = askKinds[at % askKinds.length] ?? 'summary',
): Ask {
  const key = `${1_795_000_000 + at}.000100`;
  const team = at % crowd.workspaces;
  const who = {
    user_id: `U${team}N${Math.floor(at / crowd.workspaces) % crowd.people}`,
    channel_id: `C${team}`,
    team_id: `T${team}`,
  };
  const command = (name: string, text: string): Ask => ({
    ...{ kind, key, headers: formType },
    body: slashCommand(name, text, slack.responseUrl(key), { ...who, trigger_id: key } as never),
  });
  switch (kind) {
    case 'summary':
      return command('/imt', 'radiotherapy');
    case 'dose':
      return command('/imt-dose', '50/25 vs 54/27');
    case 'list':
      return command('/imt-followup', 'list');
    case 'question':
      return command('/imt', 'what dose did Lee use?');
    case 'doubtful':
      return command('/imt', 'radiotherapy of Brian Kowalski');
    case 'dialog':
      return command('/imt-followup', 'add');
    case 'button':
      return { kind, key, headers: formType, body: pressed(slack, key, who) };
    case 'event':
      return { kind, key, headers: jsonType, body: told(key, who) };
    case 'retry':
      // Of the event before it: Slack had no answer in time, and tells of it again.
      return {
        ...askOf(slack, at - 1, 'event'),
        kind,
        headers: { ...jsonType, 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' },
      };
  }
}

function pressed(
  slack: SlackForLoad,
  key: string,
  who: { user_id: string; channel_id: string; team_id: string },
) {
  const { user_id: id, channel_id, team_id } = who;
  return new URLSearchParams({
    payload: JSON.stringify({
      type: 'block_actions',
      user: { id, username: 'ada', team_id },
      team: { id: team_id, domain: 'board' },
      channel: { id: channel_id, name: 'board' },
      container: { type: 'message', channel_id },
      trigger_id: key,
      response_url: slack.responseUrl(key),
      // Of an older version: it is answered with a sentence of its own.
      actions: [{ type: 'button', block_id: 'b1', action_ts: '1', action_id: 'imt.gone', value: 'x' }],
    }),
  }).toString();
}

function told(key: string, { user_id: user, team_id }: { user_id: string; team_id: string }): string {
  return JSON.stringify({
    ...{ type: 'event_callback', team_id, event_id: `Ev${key}` },
    event: {
      ...{ type: 'message', channel_type: 'im', channel: `D${user}`, user },
      ...{ text: 'what dose did Lee use?', ts: key, event_ts: key },
    },
  });
}

/** Sends a request on a connection of its own and waits for the acknowledgement as long as Slack does. */
export function send(
  url: string,
  { body, headers }: Ask,
  signedAt = new Date(),
  patienceMs = 3_000,
): Promise<Acknowledged> {
  const sentAtMs = performance.now();
  const { promise, resolve } = Promise.withResolvers<Acknowledged>();
  const ended = (status: number, text: string, error?: string) =>
    resolve({
      status,
      body: text,
      sentAtMs,
      ackMs: performance.now() - sentAtMs,
      ...(error ? { error } : {}),
    });
  const posting = httpRequest(
    url,
    {
      method: 'POST',
      agent: false,
      timeout: patienceMs,
      headers: {
        ...headers,
        'content-length': Buffer.byteLength(body),
        ...signRequest(body, loadSecret, signedAt),
      },
    },
    async (response) => {
      let text = '';
      try {
        for await (const chunk of response) text += chunk;
        ended(response.statusCode ?? 0, text);
      } catch (error) {
        ended(0, '', (error as NodeJS.ErrnoException).code ?? 'cut off');
      }
    },
  );
  posting.on('timeout', () =>
    posting.destroy(Object.assign(new Error('no answer in time'), { code: 'timeout' })),
  );
  posting.on('error', (error: NodeJS.ErrnoException) => ended(0, '', error.code ?? 'failed'));
  posting.end(body);
  return promise;
}
