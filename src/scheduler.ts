import { createTask } from 'node-cron';
import { alarmOnUnreadKeys } from './app-readiness.ts';
import { createConversationPace } from './delivery/conversation-pace.ts';
import { deliverDue } from './delivery/deliver-due.ts';
import type { DeliveryContext } from './delivery/delivery-context.ts';
import { checkedTiming } from './delivery/delivery-timing.ts';
import { orReport } from './delivery/or-report.ts';
import { createUpkeep } from './delivery/upkeep.ts';
import { createDigests } from './digest/create-digests.ts';
import { onClockJump } from './on-clock-jump.ts';
import { createRunningWork } from './running-work.ts';
import { reportError } from './slack/error-report.ts';

export interface Scheduler {
  /** Ticks now, and from now on by the cron expression. */
  start(): void;
  /** Delivers what is due; while that is under way a further tick only waits for its end. */
  tick(): Promise<void>;
  /** When the last tick ended well, by the machine's clock; null before the first. */
  lastTickAtMs(): number | null;
  /** Whether a tick ended well, or got on with its work, within the time of three. */
  tickedRecently(): boolean;
  /** Begins no further post and waits for those at hand; false when one was still under way at the deadline. */
  stop(deadlineMs: number): Promise<boolean>;
}

const ticksMissed = 3;

/** `reminderTick` is a cron expression, with or without seconds. */
export function createScheduler(
  reminderTick: string,
  options: Omit<DeliveryContext, 'stopping' | 'progressed'>,
): Scheduler {
  const running = createRunningWork();
  let stopping = false;
  let underWay: Promise<void> | null = null;
  let lastTickAtMs: number | null = null;
  let aliveAtMs = options.machineMs();
  const context: DeliveryContext = {
    ...options,
    stopping: () => stopping,
    progressed() {
      aliveAtMs = machineMs();
    },
  };
  const { timing, nowMs, sleep, machineMs, newId, log } = options;
  const pace = createConversationPace(checkedTiming(timing).paceMs, nowMs, sleep);
  const digests = createDigests(context, pace);
  const upkeep = createUpkeep(context);
  const work = async () => {
    if (stopping) return;
    try {
      // What is due waits for a process that can read it.
      if (!(await alarmOnUnreadKeys(options.store, log))) return;
      await orReport(context, 'the daily upkeep failed', upkeep.whenDue);
      const takenUp = (await deliverDue(context, pace)) + (await digests.deliver());
      lastTickAtMs = machineMs();
      aliveAtMs = lastTickAtMs;
      if (takenUp > 0) log.info({ takenUp }, 'reminders were worked on');
    } catch (error) {
      // As when the database is away: the next tick tries again.
      reportError(error, 'a tick failed', newId().slice(0, 8), log);
    }
  };
  const tick = () => {
    underWay ??= work().finally(() => {
      underWay = null;
    });
    return underWay;
  };
  const tracked = () => running.track(tick());
  const task = createTask(reminderTick, tracked);
  // Its own way is a line to the console for each.
  task.on('execution:missed', () => {});
  const tickFromNow = () => {
    void task.start();
    void tracked();
  };
  let stopWatching = () => {};
  return {
    start() {
      tickFromNow();
      // It waits for the instant that it worked out by the old clock: an hour long, when that was an hour ahead.
      stopWatching = onClockJump((byMs) => {
        log.warn({ byMs: Math.round(byMs) }, 'the clock of this machine was set: ticking by the new one');
        void task.stop();
        tickFromNow();
      });
    },
    tick: tracked,
    lastTickAtMs: () => lastTickAtMs,
    tickedRecently() {
      const [next, afterNext] = task.getNextRuns(2);
      const everyMs = next && afterNext ? afterNext.getTime() - next.getTime() : Number.POSITIVE_INFINITY;
      return machineMs() - aliveAtMs <= ticksMissed * everyMs;
    },
    async stop(deadlineMs) {
      stopping = true;
      stopWatching();
      await task.destroy();
      return running.settled(deadlineMs);
    },
  };
}
