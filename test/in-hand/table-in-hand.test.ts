import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { inHandTiming } from '../../src/in-hand-timing.ts';
import { createLog } from '../../src/log.ts';
import type { RequestInHand, RequestsInHand } from '../../src/requests-in-hand.ts';
import { tableInHand } from '../../src/store/in-hand/table-in-hand.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { type PostgresForTests, startPostgres } from '../store/start-postgres.ts';
import { testKeyRing } from '../support/key-ring.ts';
import { requestNamed, takenAtMs } from './requests.ts';

vi.mock('../../src/in-hand-timing.ts', () => ({ inHandTiming: { keptMs: 120_000, everyMs: 50 } }));

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

/** One that took these and was killed. */
async function killedWith(...requests: RequestInHand[]): Promise<void> {
  const killed = replica();
  for (const request of requests) await killed.take(request);
  await killed.close();
}

function replica(): RequestsInHand {
  const log = createLog('info', { write: (line) => logLines.push(line) });
  const one = tableInHand(store, { log, nowMs: () => atMs });
  open.push(one);
  return one;
}
const [first, second] = [requestNamed('first'), requestNamed('second')];
const keptUntilMs = async () =>
  (await store.db.selectFrom('requestInHand').select('keptUntilMs').executeTakeFirst())?.keptUntilMs;
const later = () => {
  atMs += inHandTiming.keptMs + 1;
};

describe('the table of requests in hand that replicas share', () => {
  it('gives what one left to another once it has been silent for long enough, and not before', async () => {
    const [killed, other] = [replica(), replica()];
    await killed.take(first);
    await killed.take(second);
    await killed.done('first');
    await killed.close();
    expect(await other.abandoned()).toEqual([]);
    later();
    expect(await other.abandoned()).toEqual([second]);
  });

  it('gives it to one of two that look at once, and to the other when that one did not tell of it either', async () => {
    await killedWith(first);
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
    await killed.close();
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
    await killedWith(first);
    const rows = await store.db.selectFrom('requestInHand').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/UWHOASKED|slack\.example/);
  });

  it('takes nothing for left that somebody works on for long', async () => {
    await replica().take(first);
    later();
    await expect.poll(keptUntilMs).toBeGreaterThan(atMs);
    expect(await replica().abandoned()).toEqual([]);
  });

  it('has nobody told of what was answered while the database was away', async () => {
    const app = replica();
    await app.take(first);
    const { schema } = store.db;
    await schema.alterTable('requestInHand').renameTo('away').execute();
    await app.done('first');
    await schema.alterTable('away').renameTo('requestInHand').execute();
    await expect.poll(keptUntilMs).toBeUndefined();
  });

  it('lets go what no key opens any more, and gives what others left', async () => {
    await killedWith(first, second);
    await store.db.updateTable('requestInHand').set({ sealed: '9.AAAA' }).where('id', '=', 'first').execute();
    later();
    expect(await replica().abandoned()).toEqual([second]);
    expect(logLines.join()).toContain('let go');
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
