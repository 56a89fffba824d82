import type { Updateable } from 'kysely';
import type { AnyClaim } from './delivery.ts';
import { StaleClaim } from './stale-claim.ts';
import type { Tx } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * What a worker reports of a claim. Each throws `StaleClaim`, and so rolls its transaction back, when another
 * worker has taken the delivery up since: the number of attempts is the token of whoever holds it.
 */

/** Before the post: where it will be, so that the next attempt knows where to look. */
export async function markPosting(
  tx: Tx,
  claim: AnyClaim,
  conversationId: string,
  nowMs: number,
): Promise<void> {
  await update(tx, claim, { conversationId, firstPostAtMs: claim.firstPostAtMs ?? nowMs });
}

export async function markSent(
  tx: Tx,
  claim: AnyClaim,
  posted: { conversationId: string; messageTs: string; sentAtMs: number },
): Promise<void> {
  await update(tx, claim, { ...posted, ...settled, state: 'sent', failure: null });
}

/** It may have been posted: whoever takes it up next looks first. */
export async function markUnknown(
  tx: Tx,
  claim: AnyClaim,
  next: { nextAttemptAtMs: number; failure: string },
): Promise<void> {
  await update(tx, claim, { ...next, leaseUntilMs: null, state: 'unknown' });
}

/** It was refused, so it was surely not posted. */
export async function markRetry(
  tx: Tx,
  claim: AnyClaim,
  next: { nextAttemptAtMs: number; failure: string },
): Promise<void> {
  await update(tx, claim, { ...next, leaseUntilMs: null, state: 'pending' });
}

/** It can never be posted; not tried again. */
export async function markFailed(tx: Tx, claim: AnyClaim, failure: string): Promise<void> {
  await update(tx, claim, { ...settled, state: 'failed', failure });
}

/** Nobody is to be told any more, as when the scan was closed; it was surely not posted. */
export async function markWithdrawn(tx: Tx, claim: AnyClaim): Promise<void> {
  await update(tx, claim, { ...settled, state: 'withdrawn', failure: null });
}

const settled = { nextAttemptAtMs: null, leaseUntilMs: null };

async function update(tx: Tx, claim: AnyClaim, values: Updateable<Tables['outbox']>): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('outbox')
    .set(values)
    .where('id', '=', claim.id)
    .where('attempts', '=', claim.attempts)
    .where('state', '=', 'sending')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new StaleClaim(claim);
}
