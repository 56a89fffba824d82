import { mostReminded, reminder } from '../views/reminder.ts';
import type { ConversationPace } from './conversation-pace.ts';
import type { DeliveryContext } from './delivery-context.ts';
import { holdReminder } from './hold-reminder.ts';
import { postClaims } from './post-claims.ts';
import type { ReadyClaim } from './prepare-claim.ts';
import { reconcileClaims } from './reconcile-claims.ts';
import { settleSent } from './settle-claim.ts';
import { settleFailure } from './settle-failure.ts';

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
  const { conversationId } = opened;
  const absent = await notPostedBefore(context, conversationId, ready);
  for (let from = 0; from < absent.length; from += mostReminded)
    await deliverMessage(context, pace, conversationId, triedId, absent.slice(from, from + mostReminded));
}

/**
 * A restored backup does not know what was sent after it, nor where: now that the conversation is known, it is looked
 * for there. Gives back what is to be posted.
 */
async function notPostedBefore(
  context: DeliveryContext,
  conversationId: string,
  ready: readonly ReadyClaim[],
): Promise<readonly ReadyClaim[]> {
  const doubtful = ready.filter(({ claim }) => claim.conversationId === null && claim.firstPostAtMs !== null);
  if (doubtful.length === 0) return ready;
  const asTried = doubtful.map(({ claim }) => ({ ...claim, conversationId }));
  const absent = new Set((await reconcileClaims(context, asTried)).map(({ id }) => id));
  return ready.filter((one) => !doubtful.includes(one) || absent.has(one.claim.id));
}

async function deliverMessage(
  context: DeliveryContext,
  pace: ConversationPace,
  conversationId: string,
  triedId: string,
  all: readonly ReadyClaim[],
): Promise<void> {
  const content = (held: readonly ReadyClaim[]) => reminder(oneEach(held));
  const hold = (one: ReadyClaim) => holdReminder(context, one, conversationId);
  const posted = await postClaims(context, pace, conversationId, all, content, hold);
  if (posted === null) return;
  const { held, outcome } = posted;
  for (const { claim, reminded } of held)
    if (outcome.kind === 'sent') {
      const now = await settleSent(context, claim, { conversationId, messageTs: outcome.messageTs });
      // Somebody acted on it while it was on its way.
      if (now && now.version !== reminded.occurrence.version) context.redraw(claim.board, [now.id]);
    } else await settleFailure(context, claim, outcome, { inDoubt: outcome.kind === 'unknown', triedId });
}

/** After a long stop several steps about one scan may be due to one person: the last of them says it all. */
function oneEach(held: readonly ReadyClaim[]) {
  const scans = Map.groupBy(
    held,
    ({ claim, reminded }) => `${claim.occurrenceId} ${reminded.notDelivered?.to ?? ''}`,
  );
  return [...scans.values()].flatMap((steps) => {
    const last = steps.at(-1)?.reminded;
    const assignedBy = steps.find(({ reminded }) => reminded.assignedBy)?.reminded.assignedBy ?? null;
    return last ? [{ ...last, assignedBy }] : [];
  });
}
