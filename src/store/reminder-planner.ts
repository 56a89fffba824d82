import type { Board, BoardSettings, ReminderStep } from '../followup/follow-up.ts';
import type { Scan } from '../followup/follow-up-records.ts';
import type { TimeZones } from '../followup/ladder-steps.ts';
import type { Tx } from './store.ts';

/** What must become of reminders when something is saved. */
export interface ReminderPlanner {
  /** Asked before a transaction begins, since it may ask Slack; whoever is missing has the board's. */
  timeZones(teamId: string, userIds: readonly string[]): Promise<TimeZones>;
  /** Puts into the outbox what an open date needs and is not there. */
  plan(tx: Tx, records: Scan & { settings: BoardSettings }, zones: TimeZones): Promise<void>;
  /** Puts these messages about a date into the outbox. */
  tell(tx: Tx, board: Board, occurrenceId: string, steps: readonly ReminderStep[]): Promise<void>;
  /** Called when changes of these dates are committed; must neither throw nor take time. */
  changed(board: Board, occurrenceIds: readonly string[]): void;
}
