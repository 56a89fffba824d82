import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createFileStandIn, type Upload, uploadPath } from './file-stand-in.ts';

interface WebApiCall {
  method: string;
  args: Record<string, string>;
}

interface ResponsePost {
  url: string;
  receivedAtMs: number;
  body: {
    text: string;
    blocks?: { type: string; slack_file?: { id: string } }[];
    response_type: string;
    replace_original: boolean;
  };
}

/** How Slack may fail: an answer of its own, a connection that breaks after it was read, or silence. */
export type Fault = { status: number; body: string; retryAfter?: string } | 'reset' | 'silence';

export const invalidBlocks: Fault = { status: 200, body: '{"ok":false,"error":"invalid_blocks"}' };

/** Slack's side of the conversation on loopback: the Web API, the response URLs and uploads, all recorded. */
export interface SlackStandIn {
  apiUrl: string;
  calls: WebApiCall[];
  /** What was posted to response URLs and shown. */
  posts: ResponsePost[];
  /** What was posted, shown or not. */
  attempts: ResponsePost[];
  uploads: Upload[];
  /** What a Web API method answers, or makes of its arguments; any other answers `{ok: true}`. */
  answers: Record<string, object | ((args: Record<string, string>) => object)>;
  newResponseUrl(): string;
  /** The next faults, in order, of a Web API method, `response_url`, `upload`, or a post with a `picture`. */
  failNext(target: string, ...faults: Fault[]): void;
  nextPost(): Promise<ResponsePost>;
  nextCall(method: string): Promise<WebApiCall>;
  close(): Promise<void>;
}

export async function startSlackStandIn(): Promise<SlackStandIn> {
  const answers: SlackStandIn['answers'] = {
    'auth.test': { ok: true, user_id: 'UBOT', bot_id: 'BBOT' },
    'conversations.members': { ok: true, members: ['UBOT', 'U1', 'U2', 'U3'] },
    'users.info': ({ user }) => ({ ok: true, user: { id: user, team_id: 'T1', tz: 'UTC' } }),
  };
  const answerOf = (method: string, args: Record<string, string>): object => {
    const answer = answers[method];
    return (
      (typeof answer === 'function' ? answer(args) : answer) ?? files.answer(method, args) ?? { ok: true }
    );
  };
  const calls: WebApiCall[] = [];
  const posts: ResponsePost[] = [];
  const attempts: ResponsePost[] = [];
  const faults = new Map<string, Fault[]>();
  const uses = new Map<string, number>();

  const files = createFileStandIn(() => base);

  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const bytes = await bodyOf(request);
    const faulty = (target: string): boolean => {
      const fault = faults.get(target)?.shift();
      if (fault) fail(fault, request, response);
      return fault !== undefined;
    };
    if (path.startsWith('/api/')) {
      const method = path.slice('/api/'.length);
      const args = Object.fromEntries(new URLSearchParams(bytes.toString()));
      calls.push({ method, args });
      if (!faulty(method)) json(response, 200, answerOf(method, args));
    } else if (path.startsWith(uploadPath)) {
      if (faulty('upload')) return;
      files.take({ path, bytes });
      response.writeHead(200).end(`OK - ${bytes.length}`);
    } else takePost({ url: path, receivedAtMs: performance.now(), body: JSON.parse(bytes.toString()) });

    function takePost(post: ResponsePost): void {
      const { blocks = [] } = post.body;
      attempts.push(post);
      if (faulty(blocks.some((block) => block.slack_file) ? 'picture' : 'response_url')) return;
      const used = (uses.get(path) ?? 0) + 1;
      uses.set(path, used);
      const error = used > 5 ? 'used_url' : files.allThere(blocks) ? undefined : 'invalid_blocks';
      if (error) json(response, 404, { ok: false, error });
      else {
        posts.push(post);
        response.writeHead(200).end('ok');
      }
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let urls = 0;
  let read = 0;
  return {
    apiUrl: `${base}/api/`,
    calls,
    posts,
    attempts,
    uploads: files.uploads,
    answers,
    newResponseUrl: () => `${base}/commands/T1/${++urls}`,
    failNext: (target, ...next) => faults.set(target, next),
    nextPost: () =>
      until(() => (posts.length > read ? posts[read++] : undefined), 'a post to a response URL'),
    nextCall: (method) => until(() => calls.find((call) => call.method === method), method),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function fail(fault: Fault, request: IncomingMessage, response: ServerResponse): void {
  if (fault === 'silence') return;
  if (fault === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  const retry = fault.retryAfter ? { 'retry-after': fault.retryAfter } : {};
  response.writeHead(fault.status, retry).end(fault.body);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function until<T>(find: () => T | undefined, what: string, patienceMs = 20_000): Promise<T> {
  for (const giveUpAt = Date.now() + patienceMs; Date.now() < giveUpAt; await wait(5)) {
    const found = find();
    if (found !== undefined) return found;
  }
  throw new Error(`Slack's stand-in waited ${patienceMs} ms for ${what}`);
}
