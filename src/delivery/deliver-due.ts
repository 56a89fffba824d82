import { reportError } from '../slack/error-report.ts';
import { claimDue } from '../store/claim-due.ts';
import type { ConversationPace } from './conversation-pace.ts';
import { deliverTogether } from './deliver-together.ts';
import type { DeliveryContext } from './delivery-context.ts';
import { inParallel } from './in-parallel.ts';
import { prepareClaim, type ReadyClaim } from './prepare-claim.ts';
import { reconcileClaims } from './reconcile-claims.ts';

const postsAtOnce = 8;
const readsAtOnce = 4;

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
      await orReport(context, () => deliverTogether(context, pace, together));
    });
  }
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
      await orReport(context, async () => {
        const ready = await prepareClaim(context, claim);
        if (ready) claims.push(ready);
      });
    });
    if (claimed.length === 0 || takenUp >= claimLimit)
      return { takenUp, claims: claims.sort((a, b) => a.claim.dueAtMs - b.claim.dueAtMs) };
  }
}

/** A fault with one message must not hold back the others: its claim comes back when its lease has run out. */
async function orReport({ log, newId }: DeliveryContext, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    reportError(error, 'a reminder could not be worked on', newId().slice(0, 8), log);
  }
}
