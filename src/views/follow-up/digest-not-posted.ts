import type { MessageBlock } from '../../command.ts';
import { section } from '../block.ts';
import { failureInWords } from '../failure-in-words.ts';

/** What a board lead is told when Slack takes no digest in the board's channel. */
export function digestNotPosted(channelId: string, code: string): { text: string; blocks: MessageBlock[] } {
  return {
    text: 'The weekly digest of a board could not be posted.',
    blocks: [
      section(
        `*The weekly digest of <#${channelId}> could not be posted*: ${failureInWords(code)}.\nSee that the channel is not archived and that IMT Board is in it: write \`/invite @IMT Board\` there. The next digest is tried as usual; of further failures you are not told until one has arrived.`,
      ),
    ],
  };
}
