import { createTask, validate } from 'node-cron';
import { createConversationPace } from './delivery/conversation-pace.ts';
import { deliverDue } from './delivery/deliver-due.ts';
import type { DeliveryContext } from './delivery/delivery-context.ts';
import { checkedTiming } from './delivery/delivery-timing.ts';
import { reportError } from './slack/error-report.ts';
import { createRunningWork } from './slack/running-work.ts';
import { StartError } from './start-error.ts';

export const defaultReminderTick = '* * * * *';

export interface Scheduler {
  /** Ticks by the cron expression from now on. */
  start(): void;
  /** Delivers what is due; while that is under way a further tick does nothing. */
  tick(): Promise<void>;
  /** When the last tick ended well, by the machine's clock; null before the first. */
  lastTickAtMs(): number | null;
  /** Begins no further post and waits for those at hand; false when one was still under way at the deadline. */
  stop(deadlineMs: number): Promise<boolean>;
}

/** `reminderTick` is a cron expression, with or without seconds. */
export function createScheduler(reminderTick: string, options: Omit<DeliveryContext, 'stopping'>): Scheduler {
  if (!validate(reminderTick))
    throw new StartError('REMINDER_TICK is no cron expression: write one as * * * * *, every minute.');
  const running = createRunningWork();
  let stopping = false;
  let ticking = false;
  let lastTickAtMs: number | null = null;
  const context = { ...options, stopping: () => stopping };
  const { timing, nowMs, sleep, machineMs, newId, log } = options;
  const pace = createConversationPace(checkedTiming(timing).paceMs, nowMs, sleep);
  const tick = async () => {
    if (ticking || stopping) return;
    ticking = true;
    try {
      const takenUp = await deliverDue(context, pace);
      lastTickAtMs = machineMs();
      if (takenUp > 0) log.info({ takenUp }, 'reminders were worked on');
    } catch (error) {
      // As when the database is away: the next tick tries again.
      reportError(error, 'a tick failed', newId().slice(0, 8), log);
    } finally {
      ticking = false;
    }
  };
  const tracked = () => running.track(tick());
  const task = createTask(reminderTick, tracked);
  return {
    start: () => void task.start(),
    tick: tracked,
    lastTickAtMs: () => lastTickAtMs,
    async stop(deadlineMs) {
      stopping = true;
      await task.destroy();
      return running.settled(deadlineMs);
    },
  };
}
