import type { CustomRoute } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { AuditTrail } from './audit-trail.ts';
import type { Installations } from './installations.ts';
import type { Log } from './log.ts';
import type { SeenEvents } from './seen-events.ts';
import { boltLogger } from './slack/bolt-logger.ts';
import { callOnce } from './slack/call-once.ts';
import { type Clients, createClients } from './slack/clients.ts';
import { configuredToken } from './slack/configured-token.ts';
import { installRoutes } from './slack/install-routes.ts';
import { createInstallationStore } from './slack/installation-store.ts';
import { installedTokens } from './slack/installed-tokens.ts';
import { createStateStore } from './slack/state-store.ts';
import { createTokenRenewal } from './slack/token-renewal.ts';
import type { SlackConfig } from './slack-config.ts';

export interface WorkspacesOptions {
  slack: Exclude<SlackConfig, { mode: 'sandbox' }>;
  installations: Installations;
  seen: SeenEvents;
  audit: Pick<AuditTrail, 'record'>;
  log: Log;
  newReference(): string;
}

/** The app's way into its workspaces. */
export interface Workspaces {
  clients: Clients;
  /** Where it is installed in another; none where a token was configured. */
  routes: CustomRoute[];
  workspaces?: () => Promise<number>;
}

/** Puts together one client a workspace, whether a token was configured or the app is installed by OAuth. */
export function createWorkspaces(options: WorkspacesOptions): Workspaces {
  const { slack, installations, seen, audit, log, newReference } = options;
  const { apiUrl } = slack;
  const logger = boltLogger(log);
  if (slack.mode !== 'oauth') {
    const tokens = configuredToken({ botToken: slack.botToken, apiUrl, logger });
    return { clients: createClients(tokens, { apiUrl, logger }), routes: [] };
  }
  const { clientId, clientSecret, stateSecret, publicUrl } = slack;
  const client = new WebClient(undefined, { ...callOnce(apiUrl), logger });
  const renewal = createTokenRenewal({ installations, client, clientId, clientSecret, log });
  return {
    clients: createClients(installedTokens(installations, renewal), { apiUrl, logger }),
    routes: installRoutes({
      ...{ clientId, clientSecret, publicUrl, apiUrl, logger, log, newReference },
      stateStore: createStateStore(stateSecret, seen),
      installationStore: createInstallationStore(installations, audit),
    }),
    workspaces: installations.count,
  };
}
