import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isLocalHost } from './local-requests.ts';
import { readBody, readBytes } from './read-body.ts';
import { applyResponse } from './response-posts.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { SlackObject } from './slack-shapes.ts';
import { mostUploadBytes } from './web-api-files.ts';
import { webApiMethods } from './web-api-methods.ts';

/** Where the app finds Slack: `/api/METHOD`, `/response/KEY` and `/upload/KEY`, on a loopback port of its own. */
export interface WebApi {
  baseUrl: string;
  /** Begins to answer; before, there is nothing to answer with. */
  serve(context: SandboxContext): void;
  stop(): Promise<void>;
}

export async function startWebApi(botToken: string): Promise<WebApi> {
  let context: SandboxContext | undefined;
  const server = createServer((request, response) => {
    answer(request, botToken, context).then(
      ({ status, body }) => send(response, status, body),
      (error) => {
        context?.log.error({ code: (error as Error).message }, 'the sandbox could not answer the app');
        send(response, 500, { ok: false, error: 'internal_error' });
      },
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve(shared) {
      context = shared;
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Answer {
  status: number;
  body: SlackObject | 'ok';
}

async function answer(
  request: IncomingMessage,
  botToken: string,
  context: SandboxContext | undefined,
): Promise<Answer> {
  const [, kind, name = ''] = new URL(request.url ?? '/', 'http://localhost').pathname.split('/');
  if (!context || !isLocalHost(request.headers.host)) return refusal(403, 'not_allowed');
  if (kind === 'upload') return answerUpload(name, request, context);
  const args = parsed(await readBody(request), request.headers['content-type'] ?? '');
  if (kind === 'response') return answerResponse(name, args, context);
  if (kind !== 'api') return refusal(404, 'unknown_method');
  const { token, ...rest } = args;
  const sent = request.headers.authorization?.replace(/^Bearer /i, '') ?? token;
  if (sent !== botToken) return refusal(200, sent ? 'invalid_auth' : 'not_authed');
  const method = webApiMethods.get(name);
  if (!method) return refusal(200, 'unknown_method');
  return { status: 200, body: await method(rest, context) };
}

async function answerResponse(key: string, body: SlackObject, context: SandboxContext): Promise<Answer> {
  const target = context.responseUrls.redeem(key);
  if (typeof target === 'string') return refusal(404, target);
  const problem = await applyResponse(body, target, context);
  return problem ? refusal(400, problem) : { status: 200, body: 'ok' };
}

async function answerUpload(
  key: string,
  request: IncomingMessage,
  { workspace }: SandboxContext,
): Promise<Answer> {
  const problem = workspace.files.take(key, await readBytes(request, mostUploadBytes));
  return problem ? refusal(problem === 'unknown_url' ? 404 : 400, problem) : { status: 200, body: 'ok' };
}

function refusal(status: number, error: string): Answer {
  return { status, body: { ok: false, error } };
}

/** Arguments come as JSON, or as a form whose structured fields are JSON. */
function parsed(body: string, contentType: string): SlackObject {
  if (contentType.includes('json')) return JSON.parse(body || '{}') as SlackObject;
  const fields = [...new URLSearchParams(body)].map(([key, value]) => [key, fieldValue(key, value)]);
  return Object.fromEntries(fields) as SlackObject;
}

const structuredFields = new Set(['attachments', 'blocks', 'files', 'metadata', 'prompts', 'view']);

function fieldValue(key: string, value: string): unknown {
  try {
    return structuredFields.has(key) ? JSON.parse(value) : value;
  } catch {
    return value;
  }
}

function send(response: ServerResponse, status: number, body: SlackObject | 'ok'): void {
  const isText = typeof body === 'string';
  response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json' });
  response.end(isText ? body : JSON.stringify(body));
}
