import type { ConversationPace } from '../delivery/conversation-pace.ts';
import type { DeliveryContext } from '../delivery/delivery-context.ts';
import { inParallel } from '../delivery/in-parallel.ts';
import { reportError } from '../slack/error-report.ts';
import { claimDueOfBoards } from '../store/claim-due.ts';
import { deliverForBoard } from './deliver-for-board.ts';
import { planDigests } from './plan-digests.ts';

/** How often boards are looked through for one that is new or changed its settings. */
const planEveryMs = 60 * 60_000;
const postsAtOnce = 4;

export interface Digests {
  /** Delivers what is due until nothing is, or the app stops; says how many messages it took up. */
  deliver(): Promise<number>;
}

export function createDigests(context: DeliveryContext, pace: ConversationPace): Digests {
  const { store, nowMs, claimLimit, timing, stopping, newId, log } = context;
  let plannedAtMs = Number.NEGATIVE_INFINITY;
  return {
    async deliver() {
      if (!stopping() && nowMs() - plannedAtMs >= planEveryMs) {
        await planDigests(context);
        plannedAtMs = nowMs();
      }
      for (let takenUp = 0; ; ) {
        const claims = stopping() ? [] : await claimDueOfBoards(store, nowMs(), claimLimit, timing.leaseMs);
        takenUp += claims.length;
        if (claims.length === 0) return takenUp;
        await inParallel(claims, postsAtOnce, async (claim) => {
          try {
            await deliverForBoard(context, pace, claim);
          } catch (error) {
            // A fault with one board holds back no other; its claim comes back when its lease has run out.
            reportError(error, 'a digest could not be worked on', newId().slice(0, 8), log);
          }
        });
      }
    },
  };
}
