import type { Authorize, Logger } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { BotTokens } from './bot-tokens.ts';
import { createPostingClient } from './create-posting-client.ts';

/** The client of a workspace, by Slack's id of it. Throws a `NoClientError` where the app may not speak. */
export type ClientOf = (teamId: string) => WebClient | Promise<WebClient>;

/** One for the whole app: whoever calls Slack unasked does it as the app was installed there. */
export interface Clients extends Omit<BotTokens, 'find'> {
  forTeam: ClientOf;
  /** For Bolt: as whom the app answers a request. */
  authorize: Authorize<boolean>;
}

export function createClients(
  tokens: BotTokens,
  slack: { apiUrl: string | undefined; logger: Logger },
): Clients {
  const known = new Map<string, { token: string; client: WebClient }>();
  return {
    check: tokens.check,
    settled: tokens.settled,
    async forTeam(teamId) {
      const { token, ofOrganisation } = await tokens.find({ teamId });
      const kept = known.get(teamId);
      if (kept?.token === token) return kept.client;
      const client = createPostingClient({
        ...{ ...slack, botToken: token },
        ...(ofOrganisation ? { teamId } : {}),
      });
      known.set(teamId, { token, client });
      return client;
    },
    async authorize(place) {
      const { token: botToken, botId, userId: botUserId } = await tokens.find(place);
      return { botToken, ...(botId ? { botId } : {}), ...(botUserId ? { botUserId } : {}) };
    },
    async forget(place, atMs) {
      if (place.teamId !== undefined) known.delete(place.teamId);
      return tokens.forget(place, atMs);
    },
  };
}
