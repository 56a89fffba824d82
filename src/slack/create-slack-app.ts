import { App, type CustomRoute } from '@slack/bolt';
import type { RequestsInHand } from '../requests-in-hand.ts';
import { createRunningWork } from '../running-work.ts';
import type { SlackConfig } from '../slack-config.ts';
import { answerTimeoutMs } from './answer-timeout.ts';
import { authorise } from './authorise.ts';
import { boltLogger } from './bolt-logger.ts';
import { callOnce } from './call-once.ts';
import type { Clients } from './clients.ts';
import { healthRoutes, type Readiness } from './health-routes.ts';
import { holdRequests } from './hold-requests.ts';
import { httpTransport } from './http-transport.ts';
import { portError } from './port.ts';
import { register } from './register.ts';
import type { SlackEdge } from './slack-edge.ts';
import { socketTransport } from './socket-transport.ts';

export interface SlackAppOptions extends Omit<SlackEdge, 'running' | 'clients'> {
  clients: Clients;
  inHand: RequestsInHand;
  slack: Exclude<SlackConfig, { mode: 'sandbox' }>;
  /** The address to listen on; without it, all of the machine's. */
  host?: string | undefined;
  routes?: readonly CustomRoute[];
  /** What must hold besides what Slack asks for. */
  readiness?: Readiness;
  /** How many workspaces and organisations the app is installed in; absent where it is made for one. */
  workspaces?: () => Promise<number>;
}

export interface SlackApp {
  /** Checks the token with Slack, then listens; says on which port. */
  start(port: number): Promise<number>;
  /** Takes no more requests and waits for those at hand; false when the deadline cut some off. */
  stop(deadlineMs: number): Promise<boolean>;
}

export function createSlackApp({
  slack,
  host,
  inHand,
  routes = [],
  readiness = {},
  workspaces,
  ...shared
}: SlackAppOptions): SlackApp {
  const running = createRunningWork();
  const { now, newId } = shared.services;
  const logger = boltLogger(shared.log);
  let authorised = false;
  let stopping = false;
  const health = healthRoutes(
    {
      knowledgeLoaded: () => shared.services.knowledge.claims.size > 0,
      slackAuthorised: () => authorised,
      slackReachable: () => transport.reachable(),
      notStopping: () => !stopping,
      ...readiness,
    },
    workspaces ? { workspaces } : {},
  );
  const options = { routes: [...health, ...routes], host };
  const transport =
    slack.mode === 'socket'
      ? socketTransport(slack, options, logger)
      : httpTransport(slack.signingSecret, options, logger);
  const app = new App({
    authorize: authorise(shared.clients, { ...shared, running }),
    receiver: holdRequests(transport.receiver, { inHand, now, newId, log: shared.log }),
    logger,
    convoStore: false,
    deferInitialization: true,
    clientOptions: { ...callOnce(slack.apiUrl), timeout: answerTimeoutMs },
  });
  register(app, { ...shared, running });
  return {
    async start(port) {
      await shared.clients.check();
      await app.init();
      authorised = true;
      try {
        return await transport.start(port);
      } catch (error) {
        throw portError(error, port);
      }
    },
    async stop(deadlineMs) {
      stopping = true;
      const deadline = performance.now() + deadlineMs;
      // In this order: a request that was still coming in becomes work before its connection ends.
      await transport.stop(deadlineMs);
      const left = Math.max(0, Math.ceil(deadline - performance.now()));
      const finished = await Promise.all([running.settled(left), shared.clients.settled(left)]);
      return finished.every(Boolean);
    },
  };
}
