import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { deliveryTiming } from '../../src/delivery/delivery-timing.ts';
import type { BoardSettings } from '../../src/followup/follow-up.ts';
import type { Log } from '../../src/log.ts';
import { createScheduler } from '../../src/scheduler.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';
import { createPostingClient } from '../../src/slack/create-posting-client.ts';
import { createReminderSlack } from '../../src/slack/reminder-slack.ts';
import { listDeliveries } from '../../src/store/deliveries.ts';
import { openStore } from '../../src/store/open-store.ts';
import { startSqlite } from '../store/engines.ts';
import { testKeyRing } from '../support/key-ring.ts';
import { startReminderStandIn } from '../support/reminder-stand-in.ts';
import { board, settings, writeDueScans, writeSettings } from './open-reminders.ts';

/** A Tuesday noon. */
const startMs = Date.UTC(2027, 1, 23, 12);

/** A store, Slack's stand-in and a scheduler whose clock only moves when the test moves it. */
export async function deliveryRig(
  scans: Record<string, number>,
  changed: Partial<BoardSettings> = {},
  start = startSqlite,
) {
  const engine = await start();
  const standIn = await startReminderStandIn();
  const store = await openStore(await engine.newDatabase(), testKeyRing);
  onTestFinished(async () => {
    await store.close();
    await standIn.close();
    await engine.stop();
  });
  const clock = {
    ...{ nowMs: startMs, machineAheadMs: 0 },
    zones: {} as Record<string, string>,
    deactivated: new Set<string>(),
    shutOut: new Set<string>(),
  };
  const alarms: object[] = [];
  const log: Log = {
    ...{ debug: () => {}, info: () => {}, warn: () => {} },
    error: (fields) => alarms.push(fields),
  };
  const options = {
    botToken: 'xoxb-test',
    apiUrl: standIn.apiUrl,
    logger: boltLogger(log),
    // Only Slack's silence is to take so long, on a busy machine too.
    timeoutMs: 2_000,
  };
  const slack = createReminderSlack(() => createPostingClient(options), log);
  const newScheduler = (reminderTick = '* * * * *', ofStore = store) =>
    createScheduler(reminderTick, {
      ...{ store: ofStore, slack, log, timing: deliveryTiming, newId: randomUUID, random: () => 0.5 },
      nowMs: () => clock.nowMs,
      machineMs: () => Date.now() + clock.machineAheadMs,
      sleep: async (ms) => {
        clock.nowMs += ms;
      },
      timeZones: async () => clock.zones,
      isDeactivated: async (_, userId) => clock.deactivated.has(userId),
      isShutOut: async (_, userId) => clock.shutOut.has(userId),
      redraw: () => {},
      defaultTimeZone: 'UTC',
      claimLimit: 500,
      retention: {},
    });
  const scheduler = newScheduler();
  await writeSettings(store, changed);
  await writeDueScans(store, scans, startMs, { ...settings, ...changed });
  return {
    ...{ store, standIn, clock, alarms, scheduler, newScheduler },
    tick: () => scheduler.tick(),
    async tickAfter(ms: number) {
      clock.nowMs += ms;
      await scheduler.tick();
    },
    delivery: async (occurrenceId: string, step = 'r0:due') =>
      (await listDeliveries(store.db, board, occurrenceId)).find((one) => one.step === step),
  };
}
