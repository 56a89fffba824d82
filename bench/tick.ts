import { deliveryTiming } from '../src/delivery/delivery-timing.ts';
import { createLog } from '../src/log.ts';
import { createScheduler } from '../src/scheduler.ts';
import { createReminderSlack } from '../src/slack/reminder-slack.ts';
import type { Store } from '../src/store/store.ts';

/** The app's own tick on a clock that stands still; asking Slack anything is an error, since nothing is due. */
export function createIdleTick(store: Store, nowMs: number): () => Promise<void> {
  const log = createLog('silent');
  const noSlack = () => {
    throw new Error('a tick with nothing due asked Slack');
  };
  const scheduler = createScheduler('* * * * *', {
    ...{ store, log, timing: deliveryTiming, random: Math.random, newId: () => crypto.randomUUID() },
    slack: createReminderSlack(noSlack, log),
    nowMs: () => nowMs,
    machineMs: Date.now,
    sleep: async () => {},
    timeZones: async () => ({}),
    isDeactivated: async () => false,
    isShutOut: async () => false,
    redraw: noSlack,
    defaultTimeZone: 'UTC',
    claimLimit: 500,
    retention: {},
  });
  return async () => {
    const before = scheduler.lastTickAtMs();
    await scheduler.tick();
    if (before !== null && scheduler.lastTickAtMs() === null) throw new Error('the tick failed');
  };
}
