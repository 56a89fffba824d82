import type { Occurrence } from '../followup/follow-up.ts';
import { measure } from '../measure.ts';
import type { AnyClaim, Claim } from '../store/delivery.ts';
import { appendHistory } from '../store/history.ts';
import { findOccurrence } from '../store/occurrences.ts';
import { markPosting, markRetry, markSent, markUnknown } from '../store/settle-delivery.ts';
import { StaleClaim } from '../store/stale-claim.ts';
import type { Tx } from '../store/store.ts';
import type { DeliveryContext } from './delivery-context.ts';

/** Who did it, in the history, when no person did. */
export const byApp = 'app';

/** Writes what became of a claim; false, and nothing written, when another worker holds it by now. */
export async function settleClaim(
  { store, log }: DeliveryContext,
  claim: AnyClaim,
  work: (tx: Tx) => Promise<void>,
): Promise<boolean> {
  try {
    await store.transaction(work);
    return true;
  } catch (error) {
    if (!(error instanceof StaleClaim)) throw error;
    log.warn({ delivery: claim.id, attempts: claim.attempts }, 'a reminder was taken over by another worker');
    return false;
  }
}

/** Before the post. What is not written here was surely never posted. */
export function settlePosting(
  context: DeliveryContext,
  claim: AnyClaim,
  conversationId: string,
): Promise<boolean> {
  return settleClaim(context, claim, (tx) => markPosting(tx, claim, conversationId, context.machineMs()));
}

/** Sent, and said so in the history, in one transaction; gives back what it was about as it stood then. */
export async function settleSent(
  context: DeliveryContext,
  claim: Claim,
  posted: { conversationId: string; messageTs: string },
): Promise<Occurrence | undefined> {
  const sentAtMs = context.nowMs();
  let occurrence: Occurrence | undefined;
  const settled = await settleClaim(context, claim, async (tx) => {
    await markSent(tx, claim, { ...posted, sentAtMs });
    occurrence = await writeHistory(tx, claim, 'reminded', posted.conversationId, sentAtMs);
  });
  if (settled) measure({ kind: 'reminder-sent', lagSeconds: (sentAtMs - claim.dueAtMs) / 1000 });
  return occurrence;
}

/** Back to the outbox. A post that was tried and may have arrived stays in doubt. */
export function settleLater(
  context: DeliveryContext,
  claim: AnyClaim,
  { atMs, code, inDoubt }: { atMs: number; code: string; inDoubt: boolean },
): Promise<boolean> {
  const mark = inDoubt ? markUnknown : markRetry;
  const next = { nextAttemptAtMs: atMs, failure: code };
  return settleClaim(context, claim, (tx) => mark(tx, claim, next));
}

export async function writeHistory(
  tx: Tx,
  { board, occurrenceId, step }: Claim,
  action: string,
  to: string,
  atMs: number,
): Promise<Occurrence | undefined> {
  const occurrence = await findOccurrence(tx, board, occurrenceId);
  if (!occurrence) return undefined;
  const changes = [{ field: step, from: null, to }];
  const { followUpId } = occurrence;
  await appendHistory(tx, board, [{ followUpId, occurrenceId, action, by: byApp, atMs, changes }]);
  return occurrence;
}
