import type { MessageReply } from '../command.ts';
import { UserError } from '../errors.ts';
import { DeliveryError } from './delivery-error.ts';
import { reportError } from './error-report.ts';
import type { SlackEdge } from './slack-edge.ts';

/**
 * Runs a command, a button or a form and shows what it says. The one place that catches: a `UserError` is shown
 * as written, anything else becomes a sentence with a reference that is in the log.
 */
export async function answerVisibly<Answer>(
  edge: SlackEdge,
  asked: string,
  run: () => Promise<Answer>,
  show: (answer: Answer | MessageReply) => Promise<void>,
): Promise<void> {
  const startedAt = performance.now();
  const logAnswer = (outcome: string) =>
    edge.log.info({ asked, outcome, durationMs: Math.round(performance.now() - startedAt) }, 'answered');
  try {
    await show(await run());
    logAnswer('reply');
  } catch (error) {
    if (error instanceof UserError) {
      await show(privateText(error.message));
      logAnswer('refusal');
      return;
    }
    const reference = edge.newReference();
    reportError(error, `${asked} failed`, reference, edge.log);
    // What could not be delivered once is not followed by a second message that cannot be either.
    if (error instanceof DeliveryError) return;
    await show(privateText(apology(reference)));
  }
}

function privateText(text: string): MessageReply {
  return { kind: 'message', visibility: 'private', text, blocks: [] };
}

function apology(reference: string): string {
  return `Something went wrong in IMT Board, not in what you wrote. Please try again; if it happens again, give this reference to whoever runs the app: \`${reference}\`.`;
}
