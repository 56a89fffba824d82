import type { Command, CommandRequest, Reply } from '../command.ts';
import { UserError } from '../errors.ts';
import { guardQuestion } from '../views/guard-question.ts';
import { refusalOf } from '../views/guard-words.ts';
import { screenText } from './screen-text.ts';
import { servicesNow } from './services-now.ts';
import type { SlackEdge } from './slack-edge.ts';

/**
 * Runs a command once its text is screened; asks first when something in it is only perhaps an identifier.
 * `behindRefusal` is said where one was refused.
 */
export async function runScreened(
  command: Command,
  request: CommandRequest,
  edge: SlackEdge,
  behindRefusal = '',
): Promise<Reply> {
  const { freeText, takesMessages = false } = command;
  const { verdict, hints } = screenText(freeText ? freeText(request.text) : request.text, edge);
  // A command that says what of its text is free, and takes no messages, has no use for prose: nothing to go on with.
  if (verdict === 'block' || (verdict === 'confirm' && freeText && !takesMessages))
    throw new UserError(`${refusalOf(hints, command.insteadOfDate?.(request.text))}${behindRefusal}`);
  if (verdict === 'pass') return command.run(request, servicesNow(edge));
  const { text, threadTs, inThread } = request;
  const kept = edge.sealer.seal(
    JSON.stringify([command.name, text, { threadTs, inThread }]),
    request,
    edge.services.now(),
  );
  return guardQuestion(hints, kept);
}
