import type { Server } from 'node:http';
import { HTTPReceiver, type Logger } from '@slack/bolt';
import { boundPort, closeServer } from './port.ts';
import type { Transport, TransportOptions } from './transport.ts';

/** Far above anything that Slack sends, far below what would hurt. */
const bodyLimitBytes = 1024 * 1024;

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
      return boundPort(server);
    },
    stop: async (deadlineMs) => {
      if (server) await closeServer(server, deadlineMs);
    },
    reachable: () => server?.listening ?? false,
  };
}
