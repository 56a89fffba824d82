import type { IncomingMessage } from 'node:http';
import { readBody, readBytes } from './read-body.ts';
import { applyResponse } from './response-posts.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { SlackObject } from './slack-shapes.ts';
import { mostUploadBytes } from './web-api-files.ts';
import { webApiMethods } from './web-api-methods.ts';

export interface WebApiAnswer {
  status: number;
  body: SlackObject | 'ok';
}

interface Answered {
  /** As developers know it: a method, `response_url` or `upload_url`. */
  name: string;
  /** What the app sent, as far as it is text. */
  sent: unknown;
  answer: WebApiAnswer;
}

/** Does what the app asks of Slack. */
export async function answerWebApi(
  request: IncomingMessage,
  botToken: string,
  context: SandboxContext,
): Promise<Answered> {
  const [, kind, name = ''] = new URL(request.url ?? '/', 'http://localhost').pathname.split('/');
  if (kind === 'upload') {
    const bytes = await readBytes(request, mostUploadBytes);
    const sent = `${bytes.length} bytes`;
    return { name: 'upload_url', sent, answer: answerUpload(name, bytes, context) };
  }
  const args = parsed(await readBody(request), request.headers['content-type'] ?? '');
  if (kind === 'response')
    return { name: 'response_url', sent: args, answer: await answerResponse(name, args, context) };
  const { token, ...sent } = args;
  const shown = request.headers.authorization?.replace(/^Bearer /i, '') ?? token;
  const method = webApiMethods.get(name);
  if (kind !== 'api') return { name, sent, answer: refusal(404, 'unknown_method') };
  if (shown !== botToken) return { name, sent, answer: refusal(200, shown ? 'invalid_auth' : 'not_authed') };
  if (!method) return { name, sent, answer: refusal(200, 'unknown_method') };
  return { name, sent, answer: { status: 200, body: await method(sent, context) } };
}

async function answerResponse(
  key: string,
  body: SlackObject,
  context: SandboxContext,
): Promise<WebApiAnswer> {
  const target = context.responseUrls.redeem(key);
  if (typeof target === 'string') return refusal(404, target);
  const problem = await applyResponse(body, target, context);
  return problem ? refusal(400, problem) : { status: 200, body: 'ok' };
}

function answerUpload(key: string, bytes: Buffer, { workspace }: SandboxContext): WebApiAnswer {
  const problem = workspace.files.take(key, bytes);
  return problem ? refusal(problem === 'unknown_url' ? 404 : 400, problem) : { status: 200, body: 'ok' };
}

export function refusal(status: number, error: string): WebApiAnswer {
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
