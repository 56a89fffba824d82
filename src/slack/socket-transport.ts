import { once } from 'node:events';
import { createServer } from 'node:http';
import { type Logger, SocketModeReceiver } from '@slack/bolt';
import { WebAPIPlatformError, type WebClientOptions } from '@slack/web-api';
import { StartError } from '../start-error.ts';
import { boundPort, closeServer } from './port.ts';
import { slackTimeoutMs } from './slack-timeout.ts';
import type { Transport, TransportOptions } from './transport.ts';

/** The socket library takes a failed request for a final answer, so the request itself has to go on. */
const reconnecting: WebClientOptions = {
  timeout: slackTimeoutMs,
  retryConfig: { retries: 1_000_000, factor: 1.3, maxTimeout: 30_000 },
};

/** The app opens a WebSocket to Slack; its port serves the routes alone. */
export function socketTransport(
  slack: { appToken: string; apiUrl: string | undefined },
  { routes, host }: TransportOptions,
  logger: Logger,
): Transport {
  const clientOptions = { ...reconnecting, ...(slack.apiUrl ? { slackApiUrl: slack.apiUrl } : {}) };
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger,
    installerOptions: { clientOptions },
  });
  let connected = false;
  receiver.client.on('connected', () => {
    connected = true;
  });
  for (const lost of ['close', 'reconnecting', 'disconnecting', 'disconnected'])
    receiver.client.on(lost, () => {
      connected = false;
    });
  // Bolt's own server of routes has no error listener: a port in use would end the process.
  const server = createServer((request, response) => {
    const [pathname = ''] = (request.url ?? '').split('?');
    const route = routes.find(
      ({ path, method }) => leadsTo(path, pathname) && method.includes(request.method ?? ''),
    );
    if (route) route.handler(Object.assign(request, { params: {} }), response);
    else response.writeHead(404).end();
  });
  return {
    receiver,
    async start(port) {
      server.listen({ port, host });
      await once(server, 'listening');
      await receiver.start().catch((error) => {
        throw refusedAppToken(error);
      });
      return boundPort(server);
    },
    async stop(deadlineMs) {
      const pause = new Promise((resolve) => setTimeout(resolve, deadlineMs).unref());
      await Promise.race([receiver.client.disconnect(), pause]);
      await closeServer(server, deadlineMs);
    },
    reachable: () => connected,
  };
}

/** As over HTTP: a part of a route that begins with a colon stands for anything. */
function leadsTo(path: string, pathname: string): boolean {
  const [wanted, given] = [path.split('/'), pathname.split('/')];
  return (
    wanted.length === given.length && wanted.every((part, at) => part.startsWith(':') || part === given[at])
  );
}

function refusedAppToken(error: unknown): unknown {
  if (!(error instanceof WebAPIPlatformError)) return error;
  return new StartError(
    `Slack refused SLACK_APP_TOKEN (${error.data.error}). Write an app-level token with the scope connections:write, from "Basic Information" of your app.`,
  );
}
