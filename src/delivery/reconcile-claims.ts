import type { Claim } from '../store/delivery.ts';
import type { DeliveryContext } from './delivery-context.ts';
import { inParallel } from './in-parallel.ts';
import { settleSent } from './settle-claim.ts';
import { settleFailure } from './settle-failure.ts';

/** A claim that was tried before. */
type TriedClaim = Claim & { conversationId: string; firstPostAtMs: number };

const looksAtOnce = 4;

/**
 * Looks in the conversations for every claim that may have been posted before, one look a conversation. What is
 * there is settled as sent; where no look is possible the claim waits. Gives back those that may be posted now.
 */
export async function reconcileClaims(context: DeliveryContext, claims: readonly Claim[]): Promise<Claim[]> {
  const tried = claims.filter(wasTried);
  const free = claims.filter((claim) => !wasTried(claim));
  const conversations = Map.groupBy(
    tried,
    ({ board, conversationId }) => `${board.teamId} ${conversationId}`,
  );
  await inParallel([...conversations.values()], looksAtOnce, async (together) => {
    free.push(...(await lookFor(context, together)));
  });
  return free;
}

function wasTried(claim: Claim): claim is TriedClaim {
  return claim.conversationId !== null && claim.firstPostAtMs !== null;
}

async function lookFor(context: DeliveryContext, claims: readonly TriedClaim[]): Promise<Claim[]> {
  const [first] = claims;
  if (!first) return [];
  const { board, conversationId } = first;
  const ids = claims.map(({ id }) => id);
  const sinceMs = Math.min(...claims.map(({ firstPostAtMs }) => firstPostAtMs));
  const look = await context.slack.find(board.teamId, conversationId, ids, sinceMs);
  const absent: Claim[] = [];
  for (const claim of claims) {
    if (look.kind !== 'looked') await settleFailure(context, claim, look, { inDoubt: true, triedId: null });
    else {
      const messageTs = look.found.get(claim.id);
      if (messageTs === undefined) absent.push(claim);
      else await settleSent(context, claim, { conversationId, messageTs });
    }
  }
  return absent;
}
