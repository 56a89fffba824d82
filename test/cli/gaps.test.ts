import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteGap } from '../../src/store/questions/evidence-gaps.ts';
import { type StartedEngine, startSqlite, withStore } from '../store/engines.ts';
import { runApp } from '../support/run-app.ts';

let sqlite: StartedEngine;
let databaseUrl: string;
beforeAll(async () => {
  sqlite = await startSqlite();
  databaseUrl = await sqlite.newDatabase();
  const place = { teamId: 'T1', channelId: 'D1', userId: 'U1', threadTs: null };
  const gap = {
    concepts: ['dose', 'pembrolizumab'],
    reason: 'drug-dose',
    question: '=dose, of pembrolizumab?',
  };
  let ids = 0;
  await withStore(databaseUrl, (store) =>
    store.transaction((tx) => noteGap(tx, place, gap, { newId: () => `g${++ids}`, atMs: 0 })),
  );
});
afterAll(() => sqlite?.stop());

const run = (...words: string[]) =>
  runApp({ DATABASE_URL: databaseUrl }, { nodeArguments: ['src/cli.ts', 'gaps', ...words] }).ended;

describe('`imt gaps`', () => {
  it('prints a line a gap as CSV, which no spreadsheet runs, and names nobody', async () => {
    const { status, stdout, stderr } = await run();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.trimEnd().split('\r\n')).toEqual([
      'id,concepts,reason,timesAsked,lastAskedAt,assigneeId,claimId,questions',
      `g1,dose pembrolizumab,drug-dose,1,1970-01-01T00:00:00.000Z,,,"'=dose, of pembrolizumab?"`,
    ]);
    expect(stdout).not.toContain('U1');
  });

  it('prints them as JSON, and refuses anything else', async () => {
    expect(JSON.parse((await run('--json')).stdout)).toMatchObject({ id: 'g1', timesAsked: 1 });
    expect((await run('everything')).status).toBe(2);
  });
});
