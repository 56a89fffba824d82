import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { deliveryTiming } from '../../src/delivery/delivery-timing.ts';
import { deliveryRig } from './delivery-rig.ts';

it('a tick during a tick does nothing', async () => {
  const { standIn, tick, delivery } = await deliveryRig({ UOWNER: 1 });
  standIn.delayMs = () => 30;
  await Promise.all([tick(), tick(), tick()]);
  expect(standIn.posted).toHaveLength(1);
  expect(await delivery('UOWNER-0')).toMatchObject({ attempts: 1 });
});

it('a stop waits for the post at hand, begins no other, and leaves the rest for the next start', async () => {
  const { standIn, scheduler, newScheduler, tick, clock } = await deliveryRig({ UMANY: 100 });
  standIn.delayMs = () => 100;
  const ticking = tick();
  while (standIn.posted.length === 0) await wait(5);
  expect(await scheduler.stop(5_000)).toBe(true);
  await ticking;
  const posted = standIn.posted.length;
  expect(posted).toBeLessThan(3);
  await scheduler.tick();
  expect(standIn.posted).toHaveLength(posted);
  clock.nowMs += 2_000;
  await newScheduler().tick();
  expect([...standIn.timesPosted().values()]).toEqual(Array(100).fill(1));
});

it('a stop does not wait for ever', async () => {
  const { standIn, scheduler, tick } = await deliveryRig({ UOWNER: 1 });
  standIn.faultOf = (method) => (method === 'chat.postMessage' ? 'silent' : undefined);
  const ticking = tick();
  while (!standIn.calls.some(({ method }) => method === 'chat.postMessage')) await wait(5);
  expect(await scheduler.stop(20)).toBe(false);
  await ticking;
});

it('a database that is away for a tick ends neither the app nor the reminders', async () => {
  const { store, standIn, tick, tickAfter, alarms, delivery } = await deliveryRig({ UOWNER: 1 });
  const { transaction } = store;
  let away = true;
  store.transaction = (work) => (away ? Promise.reject(new Error('away')) : transaction(work));
  await tick();
  expect(standIn.posted).toEqual([]);
  expect(alarms).not.toEqual([]);
  away = false;
  await tickAfter(deliveryTiming.leaseMs);
  expect(await delivery('UOWNER-0')).toMatchObject({ state: 'sent', attempts: 2 });
});

it('ticks by itself, by a cron expression that may have seconds', async () => {
  const { standIn, newScheduler } = await deliveryRig({ UOWNER: 1 });
  const everySecond = newScheduler('* * * * * *');
  expect(everySecond.lastTickAtMs()).toBeNull();
  everySecond.start();
  while (everySecond.lastTickAtMs() === null) await wait(20);
  await everySecond.stop(5_000);
  expect(standIn.posted).toHaveLength(1);
});

it('is not ticking when nothing was done in the time of three ticks', async () => {
  const { scheduler, clock, tick } = await deliveryRig({});
  expect(scheduler.tickedRecently()).toBe(true);
  clock.machineAheadMs += 179_000;
  expect(scheduler.tickedRecently()).toBe(true);
  clock.machineAheadMs += 2_000;
  expect(scheduler.tickedRecently()).toBe(false);
  await tick();
  expect(scheduler.tickedRecently()).toBe(true);
});
