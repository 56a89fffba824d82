import type { MessageBlock } from '../command.ts';
import type { Log } from '../log.ts';
import { plainBlocks } from './block-kit/plain-fallback.ts';
import { describeProblems, validateMessage } from './block-kit/validate.ts';
import type { CallFailure } from './call-failure.ts';

const unrenderable =
  /^(invalid_blocks|invalid_blocks_format|invalid_attachments|msg_blocks_too_long|no_text)$/;

/** Sends it once, and once more in plainer blocks only when Slack said that it does not render the first. */
export async function postRenderable<Done extends { kind: string }>(
  { text, blocks }: { text: string; blocks: readonly MessageBlock[] },
  log: Log,
  send: (blocks: readonly MessageBlock[]) => Promise<Done | CallFailure>,
): Promise<Done | CallFailure> {
  const problems = validateMessage({ text, blocks });
  if (problems.length > 0) {
    log.error({ problems: describeProblems(problems) }, 'a message breaks the rules of Block Kit');
    return send(plainBlocks(blocks));
  }
  const first = await send(blocks);
  if (!('code' in first) || first.kind !== 'refused' || !unrenderable.test(first.code)) return first;
  log.error({ code: first.code }, 'Slack did not render a message: it goes out plainer');
  return send(plainBlocks(blocks));
}
