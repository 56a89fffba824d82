import { markPosting, markRetry, markWithdrawn } from '../store/settle-delivery.ts';
import type { DeliveryContext } from './delivery-context.ts';
import { isWithdrawn, type ReadyClaim } from './prepare-claim.ts';
import { readReminded } from './read-reminded.ts';
import { settleClaim } from './settle-claim.ts';

/**
 * The last look before a post: false, and nothing may be posted, when the scan was closed since it was read, when it
 * changed, which has it read again, or when another worker holds the claim.
 */
export async function holdReminder(
  context: DeliveryContext,
  { claim, reminded }: ReadyClaim,
  conversationId: string,
): Promise<boolean> {
  const { nowMs, machineMs, defaultTimeZone } = context;
  let held = false;
  const settled = await settleClaim(context, claim, async (tx) => {
    const records = await readReminded(tx, claim, defaultTimeZone);
    const { followUp, occurrence } = records;
    if (isWithdrawn(claim, records)) return markWithdrawn(tx, claim);
    if (occurrence.version !== reminded.occurrence.version || followUp.version !== reminded.followUp.version)
      return markRetry(tx, claim, { nextAttemptAtMs: nowMs(), failure: 'changed_meanwhile' });
    await markPosting(tx, claim, conversationId, machineMs());
    held = true;
  });
  return settled && held;
}
