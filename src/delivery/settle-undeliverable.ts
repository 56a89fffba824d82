import { dateInZone } from '../followup/calendar-date.ts';
import type { BoardSettings, FollowUp } from '../followup/follow-up.ts';
import { recipientId } from '../followup/ladder-steps.ts';
import { handOver } from '../followup/reassign.ts';
import { measure } from '../measure.ts';
import type { Claim } from '../store/delivery.ts';
import { enqueueReminders } from '../store/enqueue-reminders.ts';
import { saveFollowUp } from '../store/follow-ups.ts';
import { appendHistory } from '../store/history.ts';
import { markFailed } from '../store/settle-delivery.ts';
import type { Tx } from '../store/store.ts';
import type { DeliveryContext } from './delivery-context.ts';
import { readReminded } from './read-reminded.ts';
import { byApp, settleClaim, writeHistory } from './settle-claim.ts';
import { toldInstead } from './told-instead.ts';
import { readUndeliveredStep, undeliveredStep } from './undelivered-step.ts';

const gone = new Set(['user_disabled', 'user_not_found', 'users_not_found']);

/**
 * A message that its recipient will never get: whoever is told instead has it in the outbox by the same
 * transaction, so that this too is neither lost nor sent twice. The scan stays open and its ladder goes on.
 * `triedId` is the person or channel that was tried; null when that is whoever has the role now.
 */
export async function settleUndeliverable(
  context: DeliveryContext,
  claim: Claim,
  code: string,
  triedId: string | null,
): Promise<boolean> {
  const { log, nowMs, newId, defaultTimeZone } = context;
  const { id: delivery, board, occurrenceId, step, role } = claim;
  measure({ kind: 'reminder-failed' });
  log.error(
    { alarm: 'undeliverable', delivery, ...board, occurrenceId, step, role, code },
    'a reminder cannot be delivered: see that its recipient can be reached',
  );
  return settleClaim(context, claim, async (tx) => {
    const atMs = nowMs();
    const { followUp: before, settings } = await readReminded(tx, claim, defaultTimeZone);
    const to = triedId ?? recipientId(role, before, settings) ?? board.channelId;
    await markFailed(tx, claim, code);
    await writeHistory(tx, claim, 'not-delivered', to, atMs);
    // An alarm that fails too ends in the log: telling of the telling would never end.
    if (readUndeliveredStep(step)) return;
    const goneOwner = gone.has(code) && before.ownerId === to;
    const followUp = goneOwner ? await handToBackup(tx, before, settings, atMs) : before;
    const steps = toldInstead(role, to, followUp, settings).map((told) => ({
      step: undeliveredStep({ to, step }, told),
      role: told,
      dueAtMs: atMs,
    }));
    await enqueueReminders(tx, board, occurrenceId, steps, newId);
  });
}

async function handToBackup(
  tx: Tx,
  followUp: FollowUp,
  settings: BoardSettings,
  atMs: number,
): Promise<FollowUp> {
  const todayOn = dateInZone(atMs, settings.timeZone);
  const handed = handOver(followUp, { by: byApp, atMs, todayOn });
  await appendHistory(tx, followUp.board, [handed.entry]);
  return saveFollowUp(tx, handed.followUp);
}
