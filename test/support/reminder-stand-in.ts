import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { deliveryIdsIn } from '../../src/slack/reminder-metadata.ts';

interface PostedReminder {
  ts: string;
  channel: string;
  text: string;
  blocks: { type: string }[];
  metadata: { event_type: string; event_payload: Record<string, unknown> };
}

/** What goes wrong with one call; `recorded` ones after the message is in the conversation, `answer` with an answer of its own. */
export type ReminderFault =
  | 'silent-recorded'
  | 'silent'
  | 'reset-recorded'
  | 'reset'
  | 'status-500-recorded'
  | 'status-500'
  | 'cut-off-recorded'
  | 'rate-limited'
  | { error: string }
  | { answer: object };

/** Slack's side of reminders on loopback: what was posted counts as seen when it is in `posted`. */
export interface ReminderStandIn {
  apiUrl: string;
  posted: PostedReminder[];
  /** What `users.info` says of people; of anybody else that they are in UTC. */
  people: Record<string, { tz?: string; deleted?: boolean }>;
  calls: { method: string; args: Record<string, string> }[];
  /** Asked before each call of a method. */
  faultOf: (method: string, args: Record<string, string>) => ReminderFault | undefined;
  delayMs: () => number;
  /** What others say in a conversation. */
  say(channel: string, text: string): void;
  /** How often each delivery id was posted. */
  timesPosted(): Map<string, number>;
  close(): Promise<void>;
}

export async function startReminderStandIn(): Promise<ReminderStandIn> {
  let count = 0;
  const newTs = () => `${Math.floor(Date.now() / 1000)}.${String(++count).padStart(6, '0')}`;
  const others: PostedReminder[] = [];
  const standIn: ReminderStandIn = {
    apiUrl: '',
    posted: [],
    people: {},
    calls: [],
    faultOf: () => undefined,
    delayMs: () => 0,
    say: (channel, text) =>
      others.push({
        ts: newTs(),
        channel,
        text,
        blocks: [],
        metadata: { event_type: '', event_payload: {} },
      }),
    timesPosted() {
      const times = new Map<string, number>();
      for (const { metadata } of standIn.posted)
        for (const id of deliveryIdsIn(metadata as never)) times.set(id, (times.get(id) ?? 0) + 1);
      return times;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const answer = (method: string, args: Record<string, string>): object => {
    if (method === 'auth.test') return { ok: true, user_id: 'UBOT', bot_id: 'BBOT' };
    if (method === 'users.info')
      return { ok: true, user: { id: args.user, tz: 'UTC', ...standIn.people[args.user ?? ''] } };
    if (method === 'conversations.open')
      return { ok: true, channel: args.channel ? directOf(args.channel) : { id: `D${args.users}` } };
    if (method === 'conversations.history') return history([...standIn.posted, ...others], args);
    if (method === 'chat.update') return update(standIn.posted, args);
    if (method !== 'chat.postMessage') return { ok: false, error: 'unknown_method' };
    const { channel = '', text = '', blocks = '[]', metadata = '{}' } = args;
    const ts = newTs();
    standIn.posted.push({
      ...{ ts, channel, text, blocks: JSON.parse(blocks), metadata: JSON.parse(metadata) },
    });
    return { ok: true, ts, channel };
  };
  const server = createServer(async (request, response) => {
    const method = (request.url ?? '').replace('/api/', '');
    const args = Object.fromEntries(new URLSearchParams(await bodyOf(request)));
    await wait(standIn.delayMs());
    standIn.calls.push({ method, args });
    const fault = standIn.faultOf(method, args);
    if (fault === undefined) return json(response, answer(method, args));
    if (typeof fault === 'object')
      return json(response, 'answer' in fault ? fault.answer : { ok: false, ...fault });
    const recorded = fault.endsWith('-recorded') ? answer(method, args) : {};
    fail(fault, recorded, request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  standIn.apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  return standIn;
}

const directOf = (id: string) => ({ id, is_im: true, user: id.slice(1) });

/** The message as it stands now; what it showed before is gone. */
function update(
  posted: PostedReminder[],
  { channel, ts, text = '', blocks = '[]', metadata }: Record<string, string>,
) {
  const message = posted.find((one) => one.channel === channel && one.ts === ts);
  if (!message) return { ok: false, error: 'message_not_found' };
  Object.assign(message, { text, blocks: JSON.parse(blocks) });
  if (metadata) message.metadata = JSON.parse(metadata);
  return { ok: true, ts, channel };
}

/** Newest first, a page at a time, metadata only for who asks: as Slack does. */
function history(messages: readonly PostedReminder[], args: Record<string, string>): object {
  const { channel, oldest = '0', cursor = '0', limit = '100', include_all_metadata: asked } = args;
  const shown = messages
    .filter((one) => one.channel === channel && Number(one.ts) > Number(oldest))
    .sort((a, b) => Number(b.ts) - Number(a.ts));
  const end = Number(cursor) + Number(limit);
  return {
    ok: true,
    messages: shown
      .slice(Number(cursor), end)
      .map(({ ts, text, metadata }) => ({ ts, text, ...(asked === 'true' ? { metadata } : {}) })),
    has_more: end < shown.length,
    response_metadata: { next_cursor: end < shown.length ? String(end) : '' },
  };
}

function fail(fault: string, recorded: object, request: IncomingMessage, response: ServerResponse): void {
  if (fault.startsWith('silent')) return;
  if (fault.startsWith('reset')) {
    request.socket.resetAndDestroy();
    return;
  }
  if (fault.startsWith('cut-off')) {
    response.writeHead(200).end(JSON.stringify(recorded).slice(0, 9));
    return;
  }
  const limited = fault === 'rate-limited';
  response.writeHead(limited ? 429 : 500, limited ? { 'retry-after': '1' } : {}).end('no');
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function json(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
