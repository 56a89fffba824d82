import type { Logger } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { callOnce } from './call-once.ts';
import { slackTimeoutMs } from './slack-timeout.ts';

export interface PostingClientOptions {
  botToken: string;
  apiUrl: string | undefined;
  logger: Logger;
  /** Named in each call: a token of a whole organisation does not say which of its workspaces is meant. */
  teamId?: string;
  timeoutMs?: number;
}

/** As whom the app calls in one workspace, asked or unasked. */
export function createPostingClient({
  botToken,
  apiUrl,
  logger,
  teamId,
  timeoutMs = slackTimeoutMs,
}: PostingClientOptions): WebClient {
  return new WebClient(botToken, {
    ...callOnce(apiUrl),
    ...{ logger, timeout: timeoutMs },
    ...(teamId ? { teamId } : {}),
  });
}
