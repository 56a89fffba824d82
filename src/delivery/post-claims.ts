import type { OutgoingReminder, PostOutcome } from '../slack/deliver-reminder.ts';
import type { AnyClaim } from '../store/delivery.ts';
import type { ConversationPace } from './conversation-pace.ts';
import type { DeliveryContext } from './delivery-context.ts';
import { settleLater, settlePosting } from './settle-claim.ts';

/** A longer wait, as Slack may ask for, would hold back others, and a stop. */
const longestTurns = 3;

/** How one post ended, for the claims that it was made for. */
export interface PostedClaims<C> {
  held: C[];
  outcome: PostOutcome;
}

/**
 * Posts one message for these claims, all of one workspace: in its conversation's turn, never behind half of a lease,
 * and only after it is written where it will be. Null when it was not posted: then the claims were given back, or
 * another worker has them.
 */
export async function postClaims<C extends { claim: AnyClaim }>(
  context: DeliveryContext,
  pace: ConversationPace,
  conversationId: string,
  all: readonly C[],
  content: (held: readonly C[]) => Pick<OutgoingReminder, 'text' | 'blocks'>,
  hold = (one: C) => settlePosting(context, one.claim, conversationId),
): Promise<PostedClaims<C> | null> {
  const { nowMs, slack, timing, stopping } = context;
  const teamId = all[0]?.claim.board.teamId ?? '';
  const key = `${teamId} ${conversationId}`;
  // Behind half of its lease a post could still be under way when another worker takes the claim up.
  const latestMs = Math.min(...all.map(({ claim }) => claim.leaseUntilMs)) - timing.leaseMs / 2;
  const turnAtMs = await pace.turn(key, Math.min(latestMs, nowMs() + longestTurns * timing.paceMs));
  if (turnAtMs !== null || stopping()) {
    await giveBack(context, all, turnAtMs ?? nowMs());
    return null;
  }
  const held: C[] = [];
  for (const one of all) if (await hold(one)) held.push(one);
  if (held.length === 0) return null;
  if (nowMs() > latestMs || stopping()) {
    await giveBack(context, held, nowMs());
    return null;
  }
  const outcome = await slack.post(teamId, {
    conversationId,
    deliveryIds: held.map(({ claim }) => claim.id),
    ...content(held),
  });
  if (outcome.kind === 'refused' && outcome.retryAfterMs > 0)
    pace.holdUntil(key, nowMs() + outcome.retryAfterMs);
  return { held, outcome };
}

async function giveBack(
  context: DeliveryContext,
  all: readonly { claim: AnyClaim }[],
  atMs: number,
): Promise<void> {
  for (const { claim } of all)
    await settleLater(context, claim, {
      atMs: Math.max(atMs, context.nowMs() + context.timing.paceMs),
      code: 'not_in_time',
      inDoubt: claim.conversationId !== null,
    });
}
