import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inHandTiming } from '../../src/in-hand-timing.ts';
import { createLog } from '../../src/log.ts';
import type { RequestsInHand } from '../../src/requests-in-hand.ts';
import { tableInHand } from '../../src/store/in-hand/table-in-hand.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { type PostgresForTests, startPostgres } from '../store/start-postgres.ts';
import { testKeyRing } from '../support/key-ring.ts';
import { requestNamed, takenAtMs } from './requests.ts';

let postgres: PostgresForTests;
beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres?.stop(), 60_000);

let store: Store;
let atMs: number;
let logLines: string[];
let open: RequestsInHand[];
beforeEach(async () => {
  store = await openStore(await postgres.newDatabase(), testKeyRing);
  atMs = takenAtMs;
  logLines = [];
  open = [];
});
afterEach(async () => {
  for (const one of open) await one.close();
  await store.close();
});

function replica(): RequestsInHand {
  const log = createLog('info', { write: (line) => logLines.push(line) });
  const one = tableInHand(store, { log, nowMs: () => atMs });
  open.push(one);
  return one;
}
const [first, second] = [requestNamed('first'), requestNamed('second')];
const later = () => {
  atMs += inHandTiming.keptMs + 1;
};

describe('the table of requests in hand that replicas share', () => {
  it('gives what one left to another once it has been silent for long enough, and not before', async () => {
    const [killed, other] = [replica(), replica()];
    await killed.take(first);
    await killed.take(second);
    await killed.done('first');
    expect(await other.abandoned()).toEqual([]);
    later();
    expect(await other.abandoned()).toEqual([second]);
  });

  it('gives it to one of two that look at once, and to the other when that one did not tell of it either', async () => {
    await replica().take(first);
    later();
    const [one, other] = [replica(), replica()];
    const both = await Promise.all([one.abandoned(), other.abandoned()]);
    expect(both.flat()).toEqual([first]);
    later();
    expect(await other.abandoned()).toEqual([first]);
    await other.done('first');
    later();
    expect(await one.abandoned()).toEqual([]);
  });

  it('keeps many that come at once, in few commits', async () => {
    const killed = replica();
    const names = Array.from({ length: 200 }, (_, at) => `r${at}`);
    await Promise.all(names.map((name) => killed.take(requestNamed(name))));
    await Promise.all(names.slice(0, 150).map((name) => killed.done(name)));
    later();
    const left = await replica().abandoned();
    expect(left.map(({ id }) => id).sort()).toEqual(names.slice(150).sort());
  });

  it('writes nothing after it was answered, however soon that was', async () => {
    const app = replica();
    void app.take(first);
    await app.done('first');
    later();
    expect(await replica().abandoned()).toEqual([]);
  });

  it('tells nobody who reads the database who asked or where they are answered', async () => {
    await replica().take(first);
    const rows = await store.db.selectFrom('requestInHand').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/U1|slack\.example/);
  });

  it('holds up no request while the database is away', async () => {
    const app = replica();
    const lock = store.transaction(async (tx) => {
      await tx.selectFrom('requestInHand').selectAll().execute();
      await tx.schema.alterTable('requestInHand').renameTo('away').execute();
      await wait(3_000);
      await tx.schema.alterTable('away').renameTo('requestInHand').execute();
    });
    await wait(200);
    const startedAt = performance.now();
    await app.take(first);
    expect(performance.now() - startedAt).toBeLessThan(2_500);
    await lock;
    await app.done('first');
  });
});
