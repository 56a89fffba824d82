import type { CallFailure } from '../slack/call-failure.ts';
import type { AnyClaim, Claim } from '../store/delivery.ts';
import { backOffMs } from './back-off.ts';
import type { DeliveryContext } from './delivery-context.ts';
import { settleLater } from './settle-claim.ts';
import { settleUndeliverable } from './settle-undeliverable.ts';

/** What a call that did not succeed means for a claim. `inDoubt`: a post may have arrived before or by this call. */
export async function settleFailure(
  context: DeliveryContext,
  claim: Claim,
  failure: CallFailure,
  { inDoubt, triedId }: { inDoubt: boolean; triedId: string | null },
): Promise<void> {
  if (failure.kind === 'permanent' && failure.of === 'conversation')
    await settleUndeliverable(context, claim, failure.code, triedId);
  else await settlePassing(context, claim, failure, inDoubt);
}

/** The same for what may still succeed, whatever the claim is about. */
export async function settlePassing(
  context: DeliveryContext,
  claim: AnyClaim,
  failure: CallFailure,
  inDoubt: boolean,
): Promise<void> {
  const { timing, nowMs, random, log } = context;
  const backOff = backOffMs(claim.attempts, timing, random);
  const later = (waitMs: number) =>
    settleLater(context, claim, { atMs: nowMs() + waitMs, code: failure.code, inDoubt });
  if (failure.kind === 'refused') await later(Math.max(backOff, failure.retryAfterMs));
  else if (failure.kind === 'unknown') await later(Math.max(backOff, timing.graceMs));
  else {
    // Nothing can be posted to anybody there; what is due waits for a new token.
    const { teamId } = claim.board;
    log.error(
      { alarm: 'locked-out', teamId, delivery: claim.id, code: failure.code },
      'Slack refuses the app in a workspace: install it again, or write its new token',
    );
    await later(timing.lockedOutMs);
  }
}
