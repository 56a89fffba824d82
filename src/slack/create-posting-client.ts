import type { Logger } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { slackTimeoutMs } from './slack-timeout.ts';

export interface PostingClientOptions {
  botToken: string;
  apiUrl: string | undefined;
  logger: Logger;
  timeoutMs?: number;
}

/**
 * For what must not be posted twice: one request a call. Left to itself the client repeats a post whose answer
 * was lost, and holds back every conversation when Slack limits one.
 */
export function createPostingClient({
  botToken,
  apiUrl,
  logger,
  timeoutMs = slackTimeoutMs,
}: PostingClientOptions): WebClient {
  return new WebClient(botToken, {
    logger,
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  });
}
