import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { alarmOnSkew, appReadiness } from '../src/app-readiness.ts';
import type { Log } from '../src/log.ts';
import { openStore } from '../src/store/open-store.ts';
import { engines, type StartedEngine } from './store/engines.ts';
import { startPostgres } from './store/start-postgres.ts';
import { testKeyRing } from './support/key-ring.ts';

let postgres: StartedEngine;
beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres?.stop());

async function open(engine: StartedEngine) {
  const store = await openStore(await engine.newDatabase(), testKeyRing);
  onTestFinished(() => store.close());
  return store;
}

it.each(engines)(
  'the store on $engine is reachable and its clock right',
  async ({ start }) => {
    const engine = await start();
    const store = await open(engine);
    const { storeReachable, clockRight } = appReadiness(store, { tickedRecently: () => true });
    expect([await storeReachable?.(), await clockRight?.()]).toEqual([true, true]);
    onTestFinished(() => engine.stop());
  },
  60_000,
);

it.each([31_000, -31_000])('a clock that is %i ms off is not right, and an alarm says so', async (offMs) => {
  const store = await open(postgres);
  const machineMs = () => Date.now() + offMs;
  const { clockRight } = appReadiness(store, { tickedRecently: () => true }, machineMs);
  expect(await clockRight?.()).toBe(false);
  const alarms: object[] = [];
  await alarmOnSkew(store, { error: (fields: object) => alarms.push(fields) } as unknown as Log, machineMs);
  expect(alarms).toMatchObject([{ alarm: 'clock-skew' }]);
});

it('reminders that do not tick are missed', async () => {
  const store = await open(postgres);
  const { remindersTicking } = appReadiness(store, { tickedRecently: () => false });
  expect(await remindersTicking?.()).toBe(false);
});
