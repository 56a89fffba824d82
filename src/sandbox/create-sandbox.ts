import type { CustomRoute } from '@slack/bolt';
import { createAppRequests } from './app-requests.ts';
import { startEmulatedSlack } from './emulated-slack.ts';
import { createEvents } from './events.ts';
import { createExchangeLog } from './exchange-log.ts';
import { pageRoutes } from './page-routes.ts';
import { createResponseUrls } from './response-urls.ts';
import type { SandboxContext } from './sandbox-context.ts';
import { createStreams } from './stream.ts';
import { createTriggerIds } from './trigger-ids.ts';
import { startWebApi } from './web-api.ts';
import { createWorkspace } from './workspace.ts';

export type SandboxOptions = Pick<
  SandboxContext,
  'clock' | 'commands' | 'keepsStore' | 'log' | 'newId' | 'nextWaitingAtMs' | 'tick' | 'timeZone'
>;

/** A small Slack for one app on this machine: the workspace, its Web API, and a page to use them. */
export interface Sandbox {
  /** What the app needs to take it for Slack. */
  slack: { botToken: string; signingSecret: string; apiUrl: string };
  /** The page; to be served by the app's own port. */
  routes: readonly CustomRoute[];
  /** Who may decide what is said of the knowledge base. */
  curatorIds: readonly string[];
  /** Says where the app takes Slack's requests. */
  connect(requestUrl: string): void;
  stop(): Promise<void>;
}

export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { newId } = options;
  const { now } = options.clock;
  const botToken = `xoxb-${newId()}`;
  const signingSecret = newId();
  const [slack, webApi] = await Promise.all([startEmulatedSlack(newId), startWebApi(botToken)]);
  const exchanges = createExchangeLog(now);
  const context: SandboxContext = {
    ...options,
    workspace: createWorkspace(slack.directory, { now, newId }),
    slack,
    app: createAppRequests(signingSecret, exchanges),
    exchanges,
    triggers: createTriggerIds(now, newId),
    webApiUrl: webApi.baseUrl,
    responseUrls: createResponseUrls(webApi.baseUrl, now, newId),
    now,
  };
  const events = createEvents(context);
  const streams = createStreams(context);
  webApi.serve(context);
  return {
    slack: { botToken, signingSecret, apiUrl: `${webApi.baseUrl}/api/` },
    routes: pageRoutes(context, events, streams),
    curatorIds: slack.directory.people.filter(({ curates }) => curates).map(({ id }) => id),
    connect: context.app.connect,
    async stop() {
      events.stop();
      streams.stop();
      await Promise.all([webApi.stop(), slack.stop()]);
    },
  };
}
