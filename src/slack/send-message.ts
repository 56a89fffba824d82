import type { MessageReply } from '../command.ts';
import type { Log } from '../log.ts';
import { answerTimeoutMs } from './answer-timeout.ts';
import { plainBlocks, plainText } from './block-kit/plain-fallback.ts';
import { describeProblems, validateMessage } from './block-kit/validate.ts';
import { DeliveryError } from './delivery-error.ts';
import { type Content, messageBody } from './message-body.ts';
import { postToResponseUrl } from './response-url.ts';

/** Slack's words for "I do not render this", as opposed to "not here" or "not now". */
const unrenderable =
  /^(invalid_blocks|invalid_attachments|msg_blocks_too_long|msg_too_long|no_text|status_400)/;

/** Posts a message; what Slack will not render goes out plainer, until it is text alone. */
export async function sendMessage(reply: MessageReply, responseUrl: string, log: Log): Promise<void> {
  for (const content of everPlainer(reply, log)) {
    const outcome = await postToResponseUrl(responseUrl, messageBody(content, reply), answerTimeoutMs);
    if (outcome.kind === 'delivered') return;
    if (outcome.kind !== 'refused' || !unrenderable.test(outcome.code))
      throw new DeliveryError(outcome.code, { mayPass: outcome.kind !== 'refused' });
    log.error({ code: outcome.code }, 'Slack did not render a message: it goes out plainer');
  }
  throw new DeliveryError('unrenderable');
}

function* everPlainer(reply: MessageReply, log: Log): Generator<Content> {
  const problems = validateMessage(reply);
  if (problems.length === 0) yield reply;
  else log.error({ problems: describeProblems(problems) }, 'a message breaks the rules of Block Kit');
  const withoutCharts = reply.blocks.filter(({ type }) => type !== 'data_visualization');
  if (problems.length === 0 && withoutCharts.length < reply.blocks.length) {
    // The youngest block goes first: where only it is refused, the table stays.
    yield { ...reply, blocks: withoutCharts };
  }
  if (reply.blocks.length > 0) {
    const plain = { text: reply.text, blocks: plainBlocks(reply.blocks) };
    if (validateMessage(plain).length === 0) yield plain;
  }
  yield {
    // Not cut to the 4,000 characters that read best: Slack takes ten times that, and divides it itself.
    text: [reply.text, plainText(reply.blocks)].filter(Boolean).join('\n\n') || '–',
    blocks: [],
  };
}
