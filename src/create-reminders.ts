import { setTimeout as wait } from 'node:timers/promises';
import type { BoardAccess } from './access/board-access.ts';
import { createReminderPlanner } from './delivery/create-reminder-planner.ts';
import { deliveryTiming } from './delivery/delivery-timing.ts';
import { createRedrawing } from './delivery/redrawing.ts';
import type { Log } from './log.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';
import type { ClientOf } from './slack/clients.ts';
import type { People } from './slack/people.ts';
import { createReminderSlack } from './slack/reminder-slack.ts';
import type { ReminderPlanner } from './store/reminder-planner.ts';
import type { Retention } from './store/retention.ts';
import type { Store } from './store/store.ts';

export interface RemindersOptions {
  /** A cron expression. */
  reminderTick: string;
  clientOf: ClientOf;
  people: Pick<People, 'timeZones' | 'isDeactivated'>;
  store: Store;
  log: Log;
  now(): Date;
  newId(): string;
  /** Of boards that have not set theirs. */
  timeZone: string;
  retention?: Retention;
  isShutOut: BoardAccess['isShutOut'];
}

/** Reminders in a running app. */
export interface Reminders
  extends Pick<Scheduler, 'start' | 'tick' | 'tickedRecently' | 'lastTickAtMs' | 'stop'> {
  /** For whoever saves what reminders are about. */
  planner: ReminderPlanner;
}

/** Puts together what plans, sends and redraws reminders: the store, the workspace, the clock. */
export function createReminders(options: RemindersOptions): Reminders {
  const { reminderTick, clientOf, people, store, log, now, newId, timeZone, isShutOut } = options;
  const nowMs = () => now().getTime();
  const shared = {
    ...{ store, log, newId, timing: deliveryTiming, random: Math.random, machineMs: Date.now },
    slack: createReminderSlack(clientOf, log),
    nowMs,
    sleep: (ms: number) => wait(ms),
    timeZones: people.timeZones,
    isDeactivated: people.isDeactivated,
    isShutOut,
    defaultTimeZone: timeZone,
    claimLimit: 500,
    retention: options.retention ?? {},
  };
  const { redraw, settled } = createRedrawing(shared);
  const scheduler = createScheduler(reminderTick, { ...shared, redraw });
  return {
    ...scheduler,
    planner: createReminderPlanner({ ...shared, redraw }),
    async stop(deadlineMs) {
      const finished = await Promise.all([scheduler.stop(deadlineMs), settled(deadlineMs)]);
      return finished.every(Boolean);
    },
  };
}
