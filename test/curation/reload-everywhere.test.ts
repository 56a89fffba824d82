import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createCuration } from '../../src/create-curation.ts';
import { createKnowledgeShelf } from '../../src/knowledge/knowledge-shelf.ts';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import { clientsForTest } from '../support/clients-for-test.ts';
import { noAudit } from '../support/edge-for-test.ts';
import { testKeyRing } from '../support/key-ring.ts';
import { aClaim, fixtureContents, fixtureKnowledge } from '../support/knowledge-fixture.ts';

const curator = { teamId: 'T1', userId: 'U7' };
const saying = (statement: string) => () =>
  fixtureKnowledge(fixtureContents({ claims: [aClaim({ statement })] }));

/** Two processes that read the same files, on one store. */
async function twoProcesses() {
  const files = { load: fixtureKnowledge as () => ReturnType<typeof fixtureKnowledge> };
  const folder = mkdtempSync(join(tmpdir(), 'imt-board-'));
  const store = await openStore(`sqlite:${join(folder, 'board.db')}`, testKeyRing);
  const log = createLog('info', { write: () => {} });
  const now = () => new Date('2026-11-23T09:00:00Z');
  const start = async (load = () => files.load()) => {
    const shelf = createKnowledgeShelf(load);
    const { forTeam: clientOf } = clientsForTest('http://127.0.0.1:9/api/');
    const curation = createCuration({ clientOf, store, shelf, audit: noAudit, log, now, newId: randomUUID });
    await curation.start();
    onTestFinished(async () => void (await curation.settled(2_000)));
    return { curation, said: () => shelf.current().claims.get('alpha-one')?.statement };
  };
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  return { files, one: await start(), other: await start(), start };
}

test('the curators’ button reaches every process, also when the one that is asked has read the files already', async () => {
  const { files, one, other } = await twoProcesses();
  files.load = saying('Another one.');
  expect(one.curation.reload()).toMatchObject({ kind: 'loaded' });
  expect(await one.curation.records.reload(curator)).toMatchObject({ kind: 'unchanged' });
  await expect.poll(other.said, { timeout: 10_000 }).toBe('Another one.');
});

test('of two processes asked at once none stays behind', async () => {
  const { files, one, other, start } = await twoProcesses();
  const asked = await start(() => {
    const read = files.load();
    // Between its files and the store somebody else loads a newer version.
    if (files.load !== fixtureKnowledge) files.load = saying('The newest.');
    return read;
  });
  files.load = saying('A newer one.');
  const first = asked.curation.records.reload(curator);
  const second = one.curation.records.reload(curator);
  await Promise.all([first, second]);
  const all = () => [one, other, asked].map(({ said }) => said());
  await expect.poll(all, { timeout: 10_000 }).toEqual(['The newest.', 'The newest.', 'The newest.']);
});
