import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What the stand-in was sent. */
interface ModelRequest {
  path: string;
  /** The whole of it, as it came. */
  body: string;
  authorization: string | undefined;
  question: string;
  offered: { id: string; text: string }[];
}

type Behave = (request: ModelRequest, response: ServerResponse) => void;

export interface ModelStandIn {
  baseUrl: string;
  requests: ModelRequest[];
  behave: Behave;
  close(): Promise<void>;
}

/** A server on loopback that speaks chat completions in OpenAI's shape; as a test tells it to. */
export async function startModelStandIn(behave: Behave = chooses((ids) => ids)): Promise<ModelStandIn> {
  const requests: ModelRequest[] = [];
  const server = createServer(async (request, response) => {
    const asked = await read(request);
    requests.push(asked);
    standIn.behave(asked, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const standIn: ModelStandIn = { baseUrl: `http://127.0.0.1:${port}/v1`, requests, behave, close };
  onTestFinished(close);
  return standIn;
}

/** Answers with these of the ids that it was offered. */
export function chooses(pick: (offeredIds: string[]) => readonly string[]): Behave {
  return ({ offered }, response) =>
    completion(response, JSON.stringify({ ids: pick(offered.map(({ id }) => id)) }));
}

/** Answers as a model that writes `content`. */
export function completion(response: ServerResponse, content: string | null): void {
  const message = { role: 'assistant', content };
  const choices = [{ index: 0, message, finish_reason: 'stop' }];
  const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
  sendJson(
    response,
    200,
    JSON.stringify({ id: 'c1', object: 'chat.completion', created: 1, model: 'm', choices, usage }),
  );
}

export function sendJson(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

async function read(request: IncomingMessage): Promise<ModelRequest> {
  let body = '';
  for await (const chunk of request) body += chunk;
  const { messages = [] } = body ? JSON.parse(body) : {};
  const { question = '', statements = [] } = JSON.parse(contentOf(messages.at(-1)) || '{}');
  const { authorization } = request.headers;
  return { path: request.url ?? '', body, authorization, question, offered: statements };
}

function contentOf(message?: { content: string | { text: string }[] }): string {
  const { content = '' } = message ?? {};
  return typeof content === 'string' ? content : content.map(({ text }) => text).join('');
}
