import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { deliveryIdsIn } from '../../src/slack/reminder-metadata.ts';

interface Posted {
  ts: string;
  channel: string;
  metadata: object;
}

/** What a person was shown of one request. */
export interface Shown {
  times: number;
  /** How the last begins: its text, then its blocks as JSON. */
  text: string;
  /** The dialog that opened, as JSON. */
  view?: string;
  blocks?: string;
  shownAtMs: number;
}

/** Slack's side of many requests at once, on loopback: it keeps little of each, so that it bears a long run. */
export interface SlackForLoad {
  apiUrl: string;
  /** Where the answer to a slash command or a button goes; `key` is the request's. */
  responseUrl(key: string): string;
  /** By request: what was posted to its address, in its thread, or opened with its trigger. */
  shown: Map<string, Shown>;
  /** How often each reminder's delivery id was posted. */
  timesPosted(): Map<string, number>;
  posted: Posted[];
  /** How long every answer takes. */
  delayMs: number;
  /** Asked before each call: `failed` answers 500, `failed-recorded` does so after the message was recorded. */
  faultOf(target: string): 'failed' | 'failed-recorded' | undefined;
  /** Web API methods, and `response_url`, in the order in which they were called. */
  calls: { method: string }[];
  close(): Promise<void>;
}

/** The workspace of a person or a channel: `U3N17` and `C3` are of `T3`, and who has no number is of the first. */
const teamNumberOf = (id: string) => /\d+/.exec(id)?.[0] ?? '1';

/** `memberCount`: how many people each channel has. */
export async function startSlackForLoad(memberCount = 100): Promise<SlackForLoad> {
  const slack: SlackForLoad = {
    apiUrl: '',
    responseUrl: (key) => `${base}/answers/${key}`,
    shown: new Map(),
    timesPosted() {
      const times = new Map<string, number>();
      for (const { metadata } of slack.posted)
        for (const id of deliveryIdsIn(metadata)) times.set(id, (times.get(id) ?? 0) + 1);
      return times;
    },
    posted: [],
    delayMs: 0,
    faultOf: () => undefined,
    calls: [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  let count = 0;

  function show(key: string, text: string, more: Pick<Shown, 'view' | 'blocks'> = {}): void {
    // Beside an answer no second one, and not what became of the request.
    if (text.startsWith('I was stopped while') && slack.shown.has(key)) return;
    const times = (slack.shown.get(key)?.times ?? 0) + 1;
    slack.shown.set(key, { times, text: text.slice(0, 500), shownAtMs: performance.now(), ...more });
  }

  function post({ channel = '', text = '', metadata = '{}', thread_ts }: Record<string, string>): object {
    const ts = `${Math.floor(Date.now() / 1000)}.${String(++count % 1_000_000).padStart(6, '0')}`;
    const parsed = JSON.parse(metadata);
    if (deliveryIdsIn(parsed).length > 0) slack.posted.push({ ts, channel, metadata: parsed });
    if (thread_ts) show(thread_ts, text);
    return { ok: true, ts, channel };
  }

  function history({ channel, oldest = '0' }: Record<string, string>): object {
    const messages = slack.posted.filter((one) => one.channel === channel && Number(one.ts) > Number(oldest));
    return { ok: true, messages: messages.toReversed(), has_more: false };
  }

  function answer(method: string, args: Record<string, string>): object {
    const { user = '', channel = '', users = '', trigger_id: key = '', view = '' } = args;
    switch (method) {
      case 'auth.test':
        return { ok: true, user_id: 'UBOT', bot_id: 'BBOT' };
      case 'users.info':
        return { ok: true, user: { id: user, team_id: `T${teamNumberOf(user)}`, tz: 'UTC' } };
      case 'conversations.members':
        return {
          ok: true,
          members: Array.from({ length: memberCount }, (_, at) => `U${teamNumberOf(channel)}N${at}`),
        };
      case 'conversations.open':
        return { ok: true, channel: { id: channel || `D${users}`, is_im: true, user: users } };
      case 'conversations.history':
        return history(args);
      case 'chat.postMessage':
        return post(args);
      case 'views.open':
        show(key, 'a dialog', { view });
        return { ok: true };
      case 'files.getUploadURLExternal':
        return { ok: true, upload_url: `${base}/upload/${++count}`, file_id: `F${count}` };
      default:
        return { ok: true };
    }
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const [, method] = /^\/api\/(.+)$/.exec(request.url ?? '') ?? [];
    const target = method ?? (request.url?.startsWith('/upload/') ? 'upload' : 'response_url');
    slack.calls.push({ method: target });
    // One of the ways to start an app is not to be under test here.
    const delayMs = target === 'auth.test' ? 0 : slack.delayMs;
    if (delayMs > 0) await wait(delayMs, undefined, { ref: false });
    const fault = target === 'auth.test' ? undefined : slack.faultOf(target);
    if (fault === 'failed') return fail(response);
    const answered = method === undefined ? take(request.url ?? '', body) : answer(method, argsOf(body));
    if (fault === 'failed-recorded') return fail(response);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answered));
  });

  function take(url: string, body: string): object {
    if (url.startsWith('/upload/')) return { ok: true };
    const { text = '', blocks } = JSON.parse(body);
    // A picture follows its message, which is the answer.
    if (blocks?.[0]?.type === 'image') return { ok: true };
    const asked = JSON.stringify(blocks ?? []);
    // Kept whole only where the button of a question is to be pressed.
    show(url.split('/').at(-1) ?? '', `${text} ${asked}`, asked.includes('guard.') ? { blocks: asked } : {});
    return { ok: true };
  }

  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  slack.apiUrl = `${base}/api/`;
  return slack;
}

function fail(response: ServerResponse): void {
  response.writeHead(500).end('no');
}

const argsOf = (body: string) => Object.fromEntries(new URLSearchParams(body));
