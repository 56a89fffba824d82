import { setImmediate as otherWork } from 'node:timers/promises';
import type { BoardSettings, FollowUp, Occurrence } from '../followup/follow-up.ts';
import type { TimeZones } from '../followup/ladder-steps.ts';
import { findFollowUp } from './follow-ups.ts';
import type { ReminderPlanner } from './reminder-planner.ts';
import type { Tx } from './store.ts';
import { withdrawReminders } from './withdraw-reminders.ts';

const datesAtATime = 25;

/** What waits about these dates was worked out from the facts as they were: it goes, and what is needed now comes. */
export async function replan(
  tx: Tx,
  settings: BoardSettings,
  occurrences: readonly Occurrence[],
  zones: TimeZones,
  planner: ReminderPlanner,
): Promise<void> {
  const { board } = settings;
  const followUps = new Map<string, FollowUp>();
  for (const [at, occurrence] of occurrences.entries()) {
    // A whole board takes a second, in which Slack is still to be answered.
    if (at % datesAtATime === datesAtATime - 1) await otherWork();
    const { id, followUpId, closing } = occurrence;
    await withdrawReminders(tx, board, id);
    if (closing !== null) continue;
    const followUp = followUps.get(followUpId) ?? (await findFollowUp(tx, board, followUpId));
    if (!followUp) throw new Error(`the follow-up of ${id} is not kept`);
    followUps.set(followUpId, followUp);
    await planner.plan(tx, { followUp, occurrence, settings }, zones);
  }
}
