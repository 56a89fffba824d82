import type { Board } from '../followup/follow-up.ts';
import type { TimeZones } from '../followup/ladder-steps.ts';
import type { Log } from '../log.ts';
import type { ReminderSlack } from '../slack/reminder-slack.ts';
import type { Retention } from '../store/retention.ts';
import type { Store } from '../store/store.ts';
import type { DeliveryTiming } from './delivery-timing.ts';

/** What delivering reminders uses. Time and chance come in here, so that a test can hold them still. */
export interface DeliveryContext {
  store: Store;
  slack: ReminderSlack;
  log: Log;
  timing: DeliveryTiming;
  /** The app's clock: what is due, and how long a claim lasts. */
  nowMs(): number;
  /** The machine's own clock, which is near Slack's also where the app's was set to another day. */
  machineMs(): number;
  sleep(ms: number): Promise<void>;
  /** From 0 to below 1. */
  random(): number;
  newId(): string;
  /** IANA zones of the people that are known; whoever is missing has the board's. */
  timeZones(teamId: string, userIds: readonly string[]): Promise<TimeZones>;
  /** True only when Slack has said that nobody uses this account any more. */
  isDeactivated(teamId: string, userId: string): Promise<boolean>;
  /** True only when Slack has said clearly that this person may not see what the board keeps. */
  isShutOut(board: Board, userId: string): Promise<boolean>;
  /** Has the messages about these dates drawn anew; must neither throw nor take time. */
  redraw(board: Board, occurrenceIds: readonly string[]): void;
  /** For boards that never chose one. */
  defaultTimeZone: string;
  /** What is over is removed after so many days; see `purge.ts`. */
  retention: Retention;
  /** How many messages one round claims. */
  claimLimit: number;
  /** Called with each message that was dealt with. */
  progressed(): void;
  /** True once no further post may begin. */
  stopping(): boolean;
}
