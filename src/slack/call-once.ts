import type { WebClientOptions } from '@slack/web-api';
import { measuredFetch } from './measured-fetch.ts';
import { slackTimeoutMs } from './slack-timeout.ts';

/**
 * One request a call, with an end. Left to itself the client repeats a call for half an hour: a post whose answer was
 * lost comes twice, a code or a refresh token that can be spent once is spent again, and one conversation that Slack
 * limits holds back all others.
 */
export function callOnce(apiUrl: string | undefined): WebClientOptions {
  return {
    fetch: measuredFetch,
    timeout: slackTimeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  };
}
