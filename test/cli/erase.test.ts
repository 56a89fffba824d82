import { afterAll, beforeAll, expect, it } from 'vitest';
import { findFollowUp, insertFollowUp } from '../../src/store/follow-ups.ts';
import { type StartedEngine, startSqlite, withStore } from '../store/engines.ts';
import { board, fullFollowUp } from '../store/records.ts';
import { runApp } from '../support/run-app.ts';

let sqlite: StartedEngine;
beforeAll(async () => {
  sqlite = await startSqlite();
});
afterAll(() => sqlite.stop());

async function withCase(): Promise<string> {
  const databaseUrl = await sqlite.newDatabase();
  await withStore(databaseUrl, (store) => store.transaction((tx) => insertFollowUp(tx, fullFollowUp)));
  return databaseUrl;
}
const imt = (databaseUrl: string, ...words: string[]) =>
  runApp({ DATABASE_URL: databaseUrl }, { nodeArguments: ['src/cli.ts', ...words] }).ended;

it('`imt erase` removes a case, says what it cannot reach, and never repeats the code', async () => {
  const databaseUrl = await withCase();
  const { stdout, status } = await imt(databaseUrl, 'erase', 'T1/C1', 'case-12');
  expect(stdout).toContain('1 follow-up of the case removed');
  expect(stdout).toContain('stay in Slack');
  expect(stdout.toUpperCase()).not.toContain('CASE-12');
  expect(status).toBe(0);
  await withStore(databaseUrl, async ({ db }) => expect(await findFollowUp(db, board, 'f1')).toBeUndefined());
  expect((await imt(databaseUrl, 'audit', 'verify')).stdout).toContain('The record is intact: rows 1 to 1');
});

it('`imt erase` says when the board has no such case, and what it takes', async () => {
  const databaseUrl = await withCase();
  const absent = await imt(databaseUrl, 'erase', 'T1/C2', 'CASE-12');
  expect([absent.status, absent.stderr]).toEqual([1, expect.stringContaining('This board has no such case')]);
  const misspelt = await imt(databaseUrl, 'erase', 'CASE-12');
  expect([misspelt.status, misspelt.stderr]).toEqual([
    2,
    expect.stringContaining('takes a board and a case'),
  ]);
});
