import type { MessageBlock } from '../../command.ts';
import { actionIds } from '../action-ids.ts';
import { actions, button } from '../block.ts';

/** What can be done with an answer; it is shared only from a channel, and only when there is something to share. */
export function answerButtons(questionId: string, { canShare }: { canShare: boolean }): MessageBlock {
  return actions(
    ...(canShare ? [button('Share in channel', actionIds.shareAnswer, questionId)] : []),
    button('Helpful', actionIds.helpful, questionId),
    button('Not helpful…', actionIds.notHelpful, questionId),
    button('Flag as wrong…', actionIds.flag, questionId),
  );
}
