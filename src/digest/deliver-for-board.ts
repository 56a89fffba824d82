import type { ConversationPace } from '../delivery/conversation-pace.ts';
import type { DeliveryContext } from '../delivery/delivery-context.ts';
import { postClaims } from '../delivery/post-claims.ts';
import { settlePassing } from '../delivery/settle-failure.ts';
import type { CallFailure } from '../slack/call-failure.ts';
import type { BoardClaim } from '../store/delivery.ts';
import { prepareForBoard } from './prepare-for-board.ts';
import { settleSentOfBoard, settleUndeliverableOfBoard } from './settle-digest.ts';

/** Posts one message about a board as a whole, unless it arrived by an earlier attempt or is not needed any more. */
export async function deliverForBoard(
  context: DeliveryContext,
  pace: ConversationPace,
  claim: BoardClaim,
): Promise<void> {
  if (!(await isAbsent(context, claim))) return;
  const prepared = await prepareForBoard(context, claim);
  if (prepared === null) return;
  const { teamId, channelId } = claim.board;
  const { userId, content } = prepared;
  const opened =
    userId === null
      ? ({ kind: 'open', conversationId: channelId } as const)
      : await context.slack.open(teamId, userId);
  if (opened.kind !== 'open') {
    await settleFailed(context, claim, opened, claim.conversationId !== null);
    return;
  }
  const { conversationId } = opened;
  // Of a restored backup: it may have been sent after that, and only now it is known where.
  const isDoubtful = claim.conversationId === null && claim.firstPostAtMs !== null;
  if (isDoubtful && !(await isAbsent(context, { ...claim, conversationId }))) return;
  const posted = await postClaims(context, pace, conversationId, [{ claim }], () => content);
  if (posted === null) return;
  const { outcome } = posted;
  if (outcome.kind === 'sent')
    await settleSentOfBoard(context, claim, { conversationId, messageTs: outcome.messageTs });
  else await settleFailed(context, claim, outcome, outcome.kind === 'unknown');
}

/** False when it was found in its conversation, or could not be looked for; then it is settled accordingly. */
async function isAbsent(context: DeliveryContext, claim: BoardClaim): Promise<boolean> {
  const { id, board, conversationId, firstPostAtMs } = claim;
  if (conversationId === null || firstPostAtMs === null) return true;
  const look = await context.slack.find(board.teamId, conversationId, [id], firstPostAtMs);
  if (look.kind !== 'looked') {
    await settleFailed(context, claim, look, true);
    return false;
  }
  const messageTs = look.found.get(id);
  if (messageTs === undefined) return true;
  await settleSentOfBoard(context, claim, { conversationId, messageTs });
  return false;
}

async function settleFailed(
  context: DeliveryContext,
  claim: BoardClaim,
  failure: CallFailure,
  inDoubt: boolean,
): Promise<void> {
  if (failure.kind === 'permanent' && failure.of === 'conversation')
    await settleUndeliverableOfBoard(context, claim, failure.code);
  else await settlePassing(context, claim, failure, inDoubt);
}
