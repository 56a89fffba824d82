import { setTimeout as wait } from 'node:timers/promises';
import type { MessageReply } from '../command.ts';
import { DeliveryError } from './delivery-error.ts';
import { doubtWaitsMs } from './doubt-waits.ts';
import type { SlackEdge } from './slack-edge.ts';

/**
 * Tells somebody, once Slack takes messages again, that an answer may not have reached them. The answer itself is not
 * repeated: it may be there, for all to see. A stop of the app waits no longer and tries at once.
 */
export async function tellOfDoubt(
  { running, log }: Pick<SlackEdge, 'running' | 'log'>,
  reference: string,
  show: (message: MessageReply) => Promise<void>,
): Promise<void> {
  for (const waitMs of doubtWaitsMs) {
    await wait(waitMs, undefined, { signal: running.ending, ref: false }).catch(() => {});
    try {
      await show({ kind: 'message', visibility: 'private', text: inDoubt(reference), blocks: [] });
      return;
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      if (running.ending.aborted || !error.mayPass) break;
    }
  }
  log.warn({ reference }, 'somebody was not told that an answer may be missing');
}

function inDoubt(reference: string): string {
  return `My answer may not have reached you: Slack was in trouble just then. If you do not see it, ask again; if you asked for a change, look first whether it is there. Reference: \`${reference}\`.`;
}
