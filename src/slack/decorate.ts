import type { SlackEdge } from './slack-edge.ts';
import { slackErrorCode } from './slack-error-code.ts';

/** What is nice to have: a workspace without it is no fault, and nothing waits for it to be mended. */
export async function decorate({ log }: Pick<SlackEdge, 'log'>, call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    log.debug({ code: slackErrorCode(error) }, 'Slack did not take a decoration');
  }
}
