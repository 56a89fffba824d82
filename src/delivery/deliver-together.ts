import { mostReminded, reminder } from '../views/reminder.ts';
import type { ConversationPace } from './conversation-pace.ts';
import type { DeliveryContext } from './delivery-context.ts';
import type { ReadyClaim } from './prepare-claim.ts';
import { settleLater, settlePosting, settleSent } from './settle-claim.ts';
import { settleFailure } from './settle-failure.ts';

/** A longer wait, as Slack may ask for, would hold back others, and a stop. */
const longestTurns = 3;

/** Posts what one person, or one channel, is to be told: as one message, or as few as hold it. */
export async function deliverTogether(
  context: DeliveryContext,
  pace: ConversationPace,
  ready: readonly ReadyClaim[],
): Promise<void> {
  const [first] = ready;
  if (!first) return;
  const { teamId, channelId } = first.claim.board;
  const triedId = first.userId ?? channelId;
  const opened =
    first.userId === null
      ? ({ kind: 'open', conversationId: channelId } as const)
      : await context.slack.open(teamId, first.userId);
  if (opened.kind !== 'open') {
    for (const { claim } of ready)
      await settleFailure(context, claim, opened, { inDoubt: claim.conversationId !== null, triedId });
    return;
  }
  for (let from = 0; from < ready.length; from += mostReminded)
    await deliverMessage(
      context,
      pace,
      opened.conversationId,
      triedId,
      ready.slice(from, from + mostReminded),
    );
}

async function deliverMessage(
  context: DeliveryContext,
  pace: ConversationPace,
  conversationId: string,
  triedId: string,
  all: readonly ReadyClaim[],
): Promise<void> {
  const { nowMs, slack, timing, stopping } = context;
  const teamId = all[0]?.claim.board.teamId ?? '';
  const key = `${teamId} ${conversationId}`;
  // Behind half of its lease a post could still be under way when another worker takes the claim up.
  const latestMs = Math.min(...all.map(({ claim }) => claim.leaseUntilMs)) - timing.leaseMs / 2;
  const turnAtMs = await pace.turn(key, Math.min(latestMs, nowMs() + longestTurns * timing.paceMs));
  if (turnAtMs !== null || stopping()) {
    await giveBack(context, all, turnAtMs ?? nowMs());
    return;
  }
  const held: ReadyClaim[] = [];
  for (const one of all) if (await settlePosting(context, one.claim, conversationId)) held.push(one);
  if (held.length === 0) return;
  if (nowMs() > latestMs || stopping()) {
    await giveBack(context, held, nowMs());
    return;
  }
  const outcome = await slack.post(teamId, {
    conversationId,
    deliveryIds: held.map(({ claim }) => claim.id),
    ...reminder(oneEach(held)),
  });
  if (outcome.kind === 'refused' && outcome.retryAfterMs > 0)
    pace.holdUntil(key, nowMs() + outcome.retryAfterMs);
  for (const { claim } of held)
    if (outcome.kind === 'sent')
      await settleSent(context, claim, { conversationId, messageTs: outcome.messageTs });
    else await settleFailure(context, claim, outcome, { inDoubt: outcome.kind === 'unknown', triedId });
}

/** After a long stop several steps about one scan may be due to one person: the last of them says it all. */
function oneEach(held: readonly ReadyClaim[]) {
  const scans = Map.groupBy(
    held,
    ({ claim, reminded }) => `${claim.occurrenceId} ${reminded.notDelivered?.to ?? ''}`,
  );
  return [...scans.values()].flatMap((steps) => steps.at(-1)?.reminded ?? []);
}

async function giveBack(context: DeliveryContext, ready: readonly ReadyClaim[], atMs: number): Promise<void> {
  for (const { claim } of ready)
    await settleLater(context, claim, {
      atMs: Math.max(atMs, context.nowMs() + context.timing.paceMs),
      code: 'not_in_time',
      inDoubt: claim.conversationId !== null,
    });
}
