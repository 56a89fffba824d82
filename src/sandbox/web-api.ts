import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isLocalHost } from './local-requests.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { SlackObject } from './slack-shapes.ts';
import { answerWebApi, refusal, type WebApiAnswer } from './web-api-answers.ts';

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

/** Answers, and keeps what was asked and answered for developers to read. */
async function answer(
  request: IncomingMessage,
  botToken: string,
  context?: SandboxContext,
): Promise<WebApiAnswer> {
  if (!context || !isLocalHost(request.headers.host)) return refusal(403, 'not_allowed');
  const { name, sent, answer: made } = await answerWebApi(request, botToken, context);
  const outcome = made.body === 'ok' || made.body.ok === true ? 'ok' : String(made.body.error);
  context.exchanges.add({ to: 'slack', name, outcome, sent, answered: made.body });
  return made;
}

function send(response: ServerResponse, status: number, body: SlackObject | 'ok'): void {
  const isText = typeof body === 'string';
  response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json' });
  response.end(isText ? body : JSON.stringify(body));
}
