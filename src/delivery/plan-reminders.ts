import type { ReminderStep } from '../followup/follow-up.ts';
import { ladderSteps, nextStep, type TimeZones } from '../followup/ladder-steps.ts';
import { listDeliveries } from '../store/deliveries.ts';
import { enqueueReminders } from '../store/enqueue-reminders.ts';
import type { Reader, Tx } from '../store/store.ts';
import type { RemindedRecords } from './read-reminded.ts';

/**
 * What the ladder wants by now and is not in the outbox, and the one message that comes next: so every open date has
 * a message waiting, and a tick need not look at those that are not due.
 */
export async function unplannedReminders(
  reader: Reader,
  { followUp, occurrence, settings }: RemindedRecords,
  zones: TimeZones,
  nowMs: number,
): Promise<ReminderStep[]> {
  if (occurrence.closing !== null) return [];
  const kept = await listDeliveries(reader, followUp.board, occurrence.id);
  const known = new Set(kept.map(({ step }) => step));
  const ofRound = kept.filter(({ step }) => step.startsWith(`r${occurrence.round}:`));
  const lastMs = Math.max(Number.NEGATIVE_INFINITY, ...ofRound.map(({ dueAtMs }) => dueAtMs));
  if (lastMs > nowMs) return [];
  const missing = ladderSteps(occurrence, followUp, settings, zones, nowMs).filter(
    // What lies before the last message was sent, or was left out when the ladder was another.
    ({ step, dueAtMs }) => dueAtMs >= lastMs && !known.has(step),
  );
  const next = nextStep(occurrence, followUp, settings, zones, nowMs, known);
  return next ? [...missing, next] : missing;
}

/**
 * Puts them into the outbox. To be called with each change of an occurrence, after `withdrawReminders` when its
 * dates moved; calling it twice changes nothing.
 */
export async function planReminders(
  tx: Tx,
  records: RemindedRecords,
  zones: TimeZones,
  nowMs: number,
  newId: () => string,
): Promise<void> {
  const steps = await unplannedReminders(tx, records, zones, nowMs);
  await enqueueReminders(tx, records.followUp.board, records.occurrence.id, steps, newId);
}
