import { readAssignedStep } from '../followup/assigned-steps.ts';
import { dateInZone } from '../followup/calendar-date.ts';
import type { Occurrence } from '../followup/follow-up.ts';
import { recipientId } from '../followup/ladder-steps.ts';
import { sendableFrom } from '../followup/sendable-from.ts';
import { listDeliveries } from '../store/deliveries.ts';
import type { Claim } from '../store/delivery.ts';
import { listHistory } from '../store/history.ts';
import { peopleOfFollowUps } from '../store/people-of-follow-ups.ts';
import { markWithdrawn } from '../store/settle-delivery.ts';
import type { Reminded } from '../views/reminder-words.ts';
import type { DeliveryContext } from './delivery-context.ts';
import { planReminders, unplannedReminders } from './plan-reminders.ts';
import { type RemindedRecords, readReminded } from './read-reminded.ts';
import { settleClaim, settleLater } from './settle-claim.ts';
import { settleUndeliverable } from './settle-undeliverable.ts';
import { readUndeliveredStep } from './undelivered-step.ts';

/** A claim that may be posted, to whom, and what about. */
export interface ReadyClaim {
  claim: Claim;
  /** Null for the board's channel. */
  userId: string | null;
  reminded: Reminded;
}

/**
 * Reads what a claim is about as it stands now, and puts what the ladder wants beside and behind it into the
 * outbox. Null when it was settled instead: the scan is closed or its date moved, or it is night there.
 */
export async function prepareClaim(context: DeliveryContext, claim: Claim): Promise<ReadyClaim | null> {
  const { store, timeZones, defaultTimeZone, newId } = context;
  const records = await readReminded(store.db, claim, defaultTimeZone);
  const { followUp, occurrence, settings } = records;
  const nowMs = context.nowMs();
  const undelivered = readUndeliveredStep(claim.step);
  if (isWithdrawn(claim, records)) {
    await settleClaim(context, claim, (tx) => markWithdrawn(tx, claim));
    return null;
  }
  const userId = recipientId(claim.role, followUp, settings);
  const { teamId } = followUp.board;
  const zones = await timeZones(teamId, peopleOfFollowUps([followUp], settings));
  // Most often the next one waits already, and no transaction is needed.
  if (!undelivered && (await unplannedReminders(store.db, records, zones, nowMs)).length > 0)
    await store.transaction((tx) => planReminders(tx, records, zones, nowMs, newId));
  if (userId !== null && (await context.isDeactivated(teamId, userId))) {
    await settleUndeliverable(context, claim, 'user_disabled', userId);
    return null;
  }
  if (userId !== null && (await context.isShutOut(followUp.board, userId))) {
    await settleUndeliverable(context, claim, 'not_in_board', userId);
    return null;
  }
  const timeZone = zones[userId ?? ''] ?? settings.timeZone;
  const fromMs = sendableFrom(nowMs, timeZone, settings);
  if (fromMs > nowMs) {
    const inDoubt = claim.conversationId !== null;
    await settleLater(context, claim, { atMs: fromMs, code: 'quiet_hours', inDoubt });
    return null;
  }
  const notDelivered = undelivered && {
    to: undelivered.to,
    code: await failureOf(context, claim, undelivered.step),
  };
  const todayOn = dateInZone(nowMs, timeZone);
  const assignedBy = await assignerOf(context, claim, occurrence);
  // The channel stands in for a lead whom the board has not named, and is not spoken to as one.
  const role = userId === null ? 'channel' : claim.role;
  return { claim, userId, reminded: { followUp, occurrence, todayOn, role, notDelivered, assignedBy } };
}

/** Whether nobody is to be told any more: it is closed, its ladder began anew, or somebody else has it by now. */
export function isWithdrawn(
  { step, role }: Claim,
  { followUp, occurrence, settings }: RemindedRecords,
): boolean {
  if (occurrence.closing !== null) return true;
  const assigned = readAssignedStep(step);
  if (assigned) return recipientId(role, followUp, settings) !== assigned.to;
  return /^r\d+:/.test(step) && !step.startsWith(`r${occurrence.round}:`);
}

/** Who gave it to the person that this claim tells so. */
async function assignerOf(
  { store }: DeliveryContext,
  { step, board }: Claim,
  { followUpId }: Occurrence,
): Promise<string | null> {
  const assigned = readAssignedStep(step);
  if (!assigned) return null;
  const entries = await listHistory(store.db, board, followUpId);
  return entries.find(({ action, atMs }) => action === 'reassigned' && atMs === assigned.atMs)?.by ?? null;
}

async function failureOf({ store }: DeliveryContext, claim: Claim, step: string): Promise<string> {
  const deliveries = await listDeliveries(store.db, claim.board, claim.occurrenceId);
  return deliveries.find((one) => one.step === step)?.failure ?? 'unknown';
}
