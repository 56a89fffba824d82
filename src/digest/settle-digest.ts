import type { DeliveryContext } from '../delivery/delivery-context.ts';
import { byApp, settleClaim } from '../delivery/settle-claim.ts';
import { readUndeliveredStep, undeliveredStep } from '../delivery/undelivered-step.ts';
import { measure } from '../measure.ts';
import { boardSettingsOf } from '../store/board-settings.ts';
import type { BoardClaim } from '../store/delivery.ts';
import { enqueueOfBoard, listOfBoard } from '../store/digests.ts';
import { markFailed, markSent, markWithdrawn } from '../store/settle-delivery.ts';
import type { Tx } from '../store/store.ts';
import { readDigestStep } from './digest-step.ts';
import { planNextDigest } from './plan-digests.ts';

export async function settleSentOfBoard(
  context: DeliveryContext,
  claim: BoardClaim,
  posted: { conversationId: string; messageTs: string },
): Promise<boolean> {
  const sentAtMs = context.nowMs();
  const settled = await settleEnd(context, claim, async (tx) => {
    const about = [posted.conversationId];
    tx.record({
      ...claim.board,
      actor: byApp,
      atMs: sentAtMs,
      action: 'sent',
      what: 'digest',
      about,
      outcome: 'posted',
    });
    await markSent(tx, claim, { ...posted, sentAtMs });
  });
  if (settled) measure({ kind: 'reminder-sent', lagSeconds: (sentAtMs - claim.dueAtMs) / 1000 });
  return settled;
}

/** Nobody needs it any more; it was surely not posted. */
export function settleNotNeeded(context: DeliveryContext, claim: BoardClaim): Promise<boolean> {
  return settleEnd(context, claim, (tx) => markWithdrawn(tx, claim));
}

/**
 * Slack will never take it. The board lead hears of the first digest that fails, not of each week's: who archived a
 * channel should not be written to for ever.
 */
export function settleUndeliverableOfBoard(
  context: DeliveryContext,
  claim: BoardClaim,
  code: string,
): Promise<boolean> {
  const { id: delivery, board, step, role } = claim;
  measure({ kind: 'reminder-failed' });
  context.log.error(
    { alarm: 'undeliverable', delivery, ...board, step, role, code },
    'a board’s digest cannot be delivered: see that its channel is open and the app is in it',
  );
  return settleEnd(context, claim, async (tx) => {
    const toldBefore = readUndeliveredStep(step) !== null || (await lastFailed(tx, claim));
    await markFailed(tx, claim, code);
    if (toldBefore) return;
    const told = undeliveredStep({ to: board.channelId, step }, 'board-lead');
    const message = { step: told, role: 'board-lead' as const, dueAtMs: context.nowMs() };
    await enqueueOfBoard(tx, board, message, context.newId);
  });
}

/** Its end and the next digest are kept together: neither is lost by a kill between them. */
function settleEnd(
  context: DeliveryContext,
  claim: BoardClaim,
  mark: (tx: Tx) => Promise<void>,
): Promise<boolean> {
  return settleClaim(context, claim, async (tx) => {
    await mark(tx);
    if (readDigestStep(claim.step) === null) return;
    const settings = await boardSettingsOf(tx, claim.board, context.defaultTimeZone);
    await planNextDigest(tx, settings, context.nowMs(), context.newId);
  });
}

async function lastFailed(tx: Tx, { board, step }: BoardClaim): Promise<boolean> {
  const last = (await listOfBoard(tx, board)).find(
    (one) =>
      readDigestStep(one.step) !== null &&
      one.step < step &&
      (one.state === 'sent' || one.state === 'failed'),
  );
  return last?.state === 'failed';
}
