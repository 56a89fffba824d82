import type { FieldErrors, MessageReply, Origin, Reply } from '../command.ts';
import { UserError } from '../errors.ts';
import { measure } from '../measure.ts';
import { DeliveryError } from './delivery-error.ts';
import { reportError } from './error-report.ts';
import { shownIds } from './shown-ids.ts';
import type { SlackEdge } from './slack-edge.ts';
import { tellOfDoubt } from './tell-of-doubt.ts';

/** Who asked for what: a command with its first word, an action's id, a form's id. */
export interface Asked extends Origin {
  action: 'asked' | 'acted';
  what: string;
}

/**
 * Runs a command, a button or a form and shows what it says. The one place that catches: a `UserError` is shown
 * as written, anything else becomes a sentence with a reference that is in the log. Each ends in the audit record.
 */
export async function answerVisibly<Answer extends Reply | FieldErrors>(
  edge: SlackEdge,
  asked: Asked,
  run: () => Promise<Answer>,
  show: (answer: Answer | MessageReply) => Promise<void>,
): Promise<void> {
  const startedAt = performance.now();
  const ended = (outcome: 'reply' | 'refusal' | 'failure', about: readonly string[] = []) => {
    const durationMs = Math.round(performance.now() - startedAt);
    edge.log.info({ asked: asked.what, outcome, durationMs }, 'answered');
    measure({ kind: 'answered', asked: asked.what, outcome, seconds: durationMs / 1000 });
    const { userId: actor, ...origin } = asked;
    edge.audit.record({ ...origin, actor, about, outcome });
  };
  /** Says why there is no answer; gives back why that was not delivered. */
  const say = async (sentence: string): Promise<DeliveryError | undefined> => {
    try {
      await show(privateText(sentence));
      return undefined;
    } catch (error) {
      if (error instanceof DeliveryError) return error;
      throw error;
    }
  };
  const inDoubt = async (error: DeliveryError, reference = reported(error)) => {
    if (error.mayPass) await tellOfDoubt(edge, reference, show);
  };
  const reported = (error: unknown) => {
    const reference = edge.newReference();
    reportError(error, `${asked.what} failed`, reference, edge.log);
    return reference;
  };
  try {
    await refuseTooMany(edge, asked);
    const answer = await run();
    await show(answer);
    ended('reply', shownIds(answer));
  } catch (error) {
    if (error instanceof UserError) {
      const undelivered = await say(error.message);
      ended('refusal');
      if (undelivered) await inDoubt(undelivered);
      return;
    }
    const reference = reported(error);
    ended('failure', [reference]);
    const undelivered = error instanceof DeliveryError ? error : await say(apology(reference));
    if (undelivered) await inDoubt(undelivered, reference);
  }
}

async function refuseTooMany({ limiter }: SlackEdge, { teamId, userId }: Origin): Promise<void> {
  const seconds = await limiter.take(teamId, userId);
  if (seconds === null) return;
  throw new UserError(
    `That was more than I answer in a minute, for one person or one workspace. Nothing was changed: try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  );
}

function privateText(text: string): MessageReply {
  return { kind: 'message', visibility: 'private', text, blocks: [] };
}

function apology(reference: string): string {
  return `Something went wrong in IMT Board, not in what you wrote. Please try again; if it happens again, give this reference to whoever runs the app: \`${reference}\`.`;
}
