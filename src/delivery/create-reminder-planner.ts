import { enqueueReminders } from '../store/enqueue-reminders.ts';
import type { ReminderPlanner } from '../store/reminder-planner.ts';
import type { DeliveryContext } from './delivery-context.ts';
import { planReminders } from './plan-reminders.ts';

/** What the store asks when something is saved, by the app's clock and Slack's time zones. */
export function createReminderPlanner({
  timeZones,
  nowMs,
  newId,
  redraw,
}: Pick<DeliveryContext, 'timeZones' | 'nowMs' | 'newId' | 'redraw'>): ReminderPlanner {
  return {
    timeZones,
    plan: (tx, records, zones) => planReminders(tx, records, zones, nowMs(), newId),
    tell: (tx, board, occurrenceId, steps) => enqueueReminders(tx, board, occurrenceId, steps, newId),
    changed: redraw,
  };
}
