/** Delivers what is due until it is killed. Words: the database, Slack's address, and `blind` to look nothing up. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { LogLevel } from '@slack/web-api';
import { createLog } from '../../../src/log.ts';
import { createScheduler } from '../../../src/scheduler.ts';
import { createPostingClient } from '../../../src/slack/create-posting-client.ts';
import { createReminderSlack } from '../../../src/slack/reminder-slack.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { testKeyRing } from '../../support/key-ring.ts';
import { crashTiming } from '../crash-timing.ts';

const [databaseUrl = '', apiUrl = '', sight] = process.argv.slice(2);
const log = createLog('silent');
/** The app's own comes with the whole of Bolt, which takes longer to load than all the rest. */
const silentLogger = {
  ...{ debug: () => {}, info: () => {}, warn: () => {}, error: () => {}, setLevel: () => {} },
  ...{ getLevel: () => LogLevel.ERROR, setName: () => {} },
};
const client = createPostingClient({
  botToken: 'xoxb-test',
  apiUrl,
  logger: silentLogger,
  timeoutMs: crashTiming.callTimeoutMs,
});
const slack = createReminderSlack(() => client, log);
const blind = { ...slack, find: async () => ({ kind: 'looked' as const, found: new Map<string, string>() }) };
const scheduler = createScheduler('* * * * *', {
  store: await openStore(databaseUrl, testKeyRing),
  slack: sight === 'blind' ? blind : slack,
  log,
  timing: crashTiming,
  nowMs: Date.now,
  machineMs: Date.now,
  sleep: (ms) => wait(ms),
  random: Math.random,
  newId: randomUUID,
  timeZones: async () => ({}),
  isDeactivated: async () => false,
  isShutOut: async () => false,
  redraw: () => {},
  defaultTimeZone: 'UTC',
  claimLimit: 30,
  retention: {},
});
process.stdout.write('delivering\n');
for (;;) {
  await scheduler.tick();
  await wait(20);
}
