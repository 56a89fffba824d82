import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mostOpenFlags } from '../../src/evidence/curation/curation-records.ts';
import { decideFlag, flagClaim, listOpenFlags } from '../../src/store/curation/claim-flags.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { engines, type StartedEngine } from '../store/engines.ts';
import { testKeyRing } from '../support/key-ring.ts';

describe.each(engines)('on $engine', ({ engine, start }) => {
  let started: StartedEngine;
  let store: Store;
  let databaseUrl: string;
  beforeAll(async () => {
    started = await start();
    databaseUrl = await started.newDatabase();
    store = await openStore(databaseUrl, testKeyRing);
  }, 60_000);
  afterAll(async () => {
    await store.close();
    await started.stop();
  }, 60_000);

  const by = { teamId: 'T1', userId: 'U1' };
  const flag = (claimId: string, userId = 'U1', through = store) =>
    through.transaction((tx) => {
      const said = { reason: 'outdated', note: null, contentHash: '0123456789ab', atMs: 1 } as const;
      return flagClaim(tx, { ...by, ...said, userId, claimId, id: randomUUID() });
    });

  test('a person has one open flag of a statement, however often it was submitted at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => flag('twice')));
    expect(await listOpenFlags(store.db)).toHaveLength(1);
  });

  test('a person has no more than the limit, however many processes take their flags at once', async () => {
    // Two of one process would wait for each other on SQLite, which stops the process while it waits.
    const other = engine === 'postgres' ? await openStore(databaseUrl, testKeyRing) : store;
    try {
      const kept = await Promise.all(
        Array.from({ length: mostOpenFlags + 6 }, (_, at) =>
          flag(`many-${at}`, 'UMANY', at % 2 === 0 ? store : other),
        ),
      );
      expect(kept.filter(Boolean)).toHaveLength(mostOpenFlags);
    } finally {
      if (other !== store) await other.close();
    }
    const open = (await listOpenFlags(store.db)).filter(({ userId }) => userId === 'UMANY');
    expect(open).toHaveLength(mostOpenFlags);
  });

  test('flags and decisions of the same statement at once all end', { timeout: 60_000 }, async () => {
    for (let round = 0; round < 20; round++) {
      await flag('both');
      const open = (await listOpenFlags(store.db)).find(({ claimId }) => claimId === 'both');
      const decision = { outcome: 'rejected', note: 'as printed', atMs: 2 } as const;
      const decide = () => store.transaction((tx) => decideFlag(tx, by, open?.id ?? '', decision));
      const ended = await Promise.allSettled([flag('both'), decide(), flag('both'), decide()]);
      expect(ended.filter(({ status }) => status === 'rejected')).toEqual([]);
    }
  });
});
