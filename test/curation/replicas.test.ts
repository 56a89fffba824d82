import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCuration } from '../../src/create-curation.ts';
import { createKnowledgeShelf } from '../../src/knowledge/knowledge-shelf.ts';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { engines, type StartedEngine } from '../store/engines.ts';
import { clientsForTest } from '../support/clients-for-test.ts';
import { noAudit } from '../support/edge-for-test.ts';
import { testKeyRing } from '../support/key-ring.ts';
import { aClaim, fixtureContents, fixtureKnowledge } from '../support/knowledge-fixture.ts';
import { type SlackStandIn, startSlackStandIn } from '../support/slack-stand-in.ts';

const now = () => new Date('2026-11-23T09:00:00Z');
let started: StartedEngine;
let slack: SlackStandIn;
let databaseUrl: string;
const open: Store[] = [];
const ends: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  const postgres = engines.find(({ engine }) => engine === 'postgres');
  if (!postgres) throw new Error('no PostgreSQL');
  started = await postgres.start();
  databaseUrl = await started.newDatabase();
  slack = await startSlackStandIn();
  slack.answers['conversations.open'] = { ok: true, channel: { id: 'D1' } };
}, 60_000);
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  for (const store of open.splice(0)) await store.close();
  await slack.close();
  await started.stop();
}, 60_000);

/** As one process of several has it: its own connection, its own files. */
async function replica(load = fixtureKnowledge) {
  const store = await openStore(databaseUrl, testKeyRing);
  open.push(store);
  const shelf = createKnowledgeShelf(load);
  const log = createLog('info', { write: () => {} });
  const curation = createCuration({
    ...{ clientOf: clientsForTest(slack.apiUrl).forTeam, store, shelf, audit: noAudit, log, now },
    newId: () => randomUUID(),
  });
  ends.push(() => curation.settled(2_000));
  await curation.start();
  return { shelf, curation, mark: () => shelf.current().marks?.get('alpha-one') };
}

describe('several processes on one database', { timeout: 60_000 }, () => {
  test('show a mark within seconds of the one that took the flag, and a new one from its start', async () => {
    const [one, other] = [await replica(), await replica()];
    const claim = one.shelf.current().claims.get('alpha-one');
    if (!claim) throw new Error('no such statement');
    const why = { reason: 'outdated', note: null } as const;
    await one.curation.records.flag({ teamId: 'T1', userId: 'U1' }, claim, why);
    expect(one.mark()).toMatchObject({ standing: 'under review' });
    await expect.poll(other.mark, { timeout: 10_000 }).toMatchObject({ standing: 'under review' });
    expect((await replica()).mark()).toMatchObject({ standing: 'under review' });
    const [flag] = await other.curation.records.openFlags();
    const decision = { outcome: 'rejected', note: 'as printed' } as const;
    const curator = { teamId: 'T1', userId: 'U7' };
    const decided = await Promise.all(
      [one, other].map(({ curation }) => curation.records.decide(curator, flag?.id ?? '', decision)),
    );
    expect(decided.filter(Boolean)).toHaveLength(1);
    await expect.poll(() => [one.mark(), other.mark()], { timeout: 10_000 }).toEqual([undefined, undefined]);
    await slack.nextCall('chat.postMessage');
    for (const end of ends.splice(0)) await end();
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  });

  test('all reload what one is asked to reload, and none does when its files are refused', async () => {
    let load = fixtureKnowledge;
    const [one, other] = [await replica(() => load()), await replica(() => load())];
    const said = () => other.shelf.current().claims.get('alpha-one')?.statement;
    load = () => {
      throw Object.assign(new Error('gone'), { code: 'ENOENT' });
    };
    const curator = { teamId: 'T1', userId: 'U7' };
    expect(await one.curation.records.reload(curator)).toMatchObject({ kind: 'refused' });
    load = () => fixtureKnowledge(fixtureContents({ claims: [aClaim({ statement: 'Another one.' })] }));
    expect(await one.curation.records.reload(curator)).toMatchObject({ kind: 'loaded' });
    await expect.poll(said, { timeout: 10_000 }).toBe('Another one.');
  });
});
