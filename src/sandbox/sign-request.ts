import { createHmac } from 'node:crypto';

/**
 * Headers that sign a request body as Slack does: HMAC-SHA256 over `v0:timestamp:body`.
 * @see https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function signRequest(
  body: string,
  signingSecret: string,
  sentAt: Date,
): { 'x-slack-request-timestamp': string; 'x-slack-signature': string } {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000));
  const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
}
