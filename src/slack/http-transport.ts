import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { HTTPReceiver, type Logger } from '@slack/bolt';
import { measure } from '../measure.ts';
import { boundPort, closeServer } from './port.ts';
import type { Transport, TransportOptions } from './transport.ts';

/** Far above anything that Slack sends, far below what would hurt. */
const bodyLimitBytes = 1024 * 1024;

/** Enough for what was on its way when it was refused; an upload without end is cut off. */
const restOfBodyMs = 2_000;

/** Slack posts signed requests to `/slack/events`. */
export function httpTransport(
  signingSecret: string,
  { routes, host }: TransportOptions,
  logger: Logger,
): Transport {
  const receiver = new HTTPReceiver({
    signingSecret,
    bodyLimit: bodyLimitBytes,
    customRoutes: [...routes],
    logger,
  });
  let server: Server | undefined;
  return {
    receiver,
    async start(port) {
      const listening = receiver.start({ port, host });
      server = (await listening) as Server;
      server.on('request', readToTheEnd);
      server.on('request', timeAnswer);
      return boundPort(server);
    },
    stop: async (deadlineMs) => {
      if (server) await closeServer(server, deadlineMs);
    },
    reachable: () => server?.listening ?? false,
  };
}

/** Bolt leaves the rest of an oversized body unread, and a proxy's next request would wait behind it in vain. */
function readToTheEnd(request: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    if (request.complete) return;
    request.resume();
    const cutOff = setTimeout(() => request.destroy(), restOfBodyMs);
    request.once('close', () => clearTimeout(cutOff));
  });
}

/** How long Slack waited: it gives up after three seconds, and tells the person that the app failed. */
function timeAnswer({ method }: IncomingMessage, response: ServerResponse): void {
  // Slack posts; the routes are only read.
  if (method !== 'POST') return;
  const receivedAt = performance.now();
  response.once('finish', () =>
    measure({ kind: 'request-answered', seconds: (performance.now() - receivedAt) / 1000 }),
  );
}
