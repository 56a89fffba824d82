import { claimDue } from '../store/claim-due.ts';
import type { Claim } from '../store/delivery.ts';
import type { ConversationPace } from './conversation-pace.ts';
import { deliverTogether } from './deliver-together.ts';
import type { DeliveryContext } from './delivery-context.ts';
import { inParallel } from './in-parallel.ts';
import { orReport } from './or-report.ts';
import { prepareClaim, type ReadyClaim } from './prepare-claim.ts';
import { reconcileClaims } from './reconcile-claims.ts';

const postsAtOnce = 8;
const readsAtOnce = 4;
/** Its claim comes back when its lease has run out. */
const notWorkedOn = 'a reminder could not be worked on';

/** Delivers what is due until nothing is, or the app stops; says how many messages of the outbox it took up. */
export async function deliverDue(context: DeliveryContext, pace: ConversationPace): Promise<number> {
  for (let takenUp = 0; ; ) {
    const ready = await gatherDue(context);
    takenUp += ready.takenUp;
    if (ready.takenUp === 0 || context.stopping()) return takenUp;
    const recipients = Map.groupBy(ready.claims, ({ claim, userId }) =>
      [claim.board.teamId, userId ?? claim.board.channelId].join(' '),
    );
    await inParallel([...recipients.values()], postsAtOnce, async (together) => {
      await orReport(context, notWorkedOn, () => deliverTogether(context, pace, together));
      context.progressed();
    });
  }
}

/** As a later look at the message lists them again. */
function byDueTime(a: Claim, b: Claim): number {
  return a.dueAtMs - b.dueAtMs || (a.id < b.id ? -1 : 1);
}

/**
 * Claims what is due. Each claim may bring further steps of its scan that are due as well, so it claims again until
 * nothing is left: one person's messages go out together.
 */
async function gatherDue(context: DeliveryContext): Promise<{ takenUp: number; claims: ReadyClaim[] }> {
  const { store, nowMs, claimLimit, timing, stopping } = context;
  const claims: ReadyClaim[] = [];
  for (let takenUp = 0; ; ) {
    const claimed = stopping() ? [] : await claimDue(store, nowMs(), claimLimit - takenUp, timing.leaseMs);
    takenUp += claimed.length;
    await inParallel(await reconcileClaims(context, claimed), readsAtOnce, async (claim) => {
      await orReport(context, notWorkedOn, async () => {
        const ready = await prepareClaim(context, claim);
        if (ready) claims.push(ready);
      });
    });
    if (claimed.length === 0 || takenUp >= claimLimit)
      return { takenUp, claims: claims.sort(({ claim: a }, { claim: b }) => byDueTime(a, b)) };
  }
}
