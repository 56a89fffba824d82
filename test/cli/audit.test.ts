import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendAudit } from '../../src/store/audit/append-audit.ts';
import { type StartedEngine, startSqlite, withStore } from '../store/engines.ts';
import { runApp } from '../support/run-app.ts';

let sqlite: StartedEngine;
beforeAll(async () => {
  sqlite = await startSqlite();
});
afterAll(() => sqlite.stop());

const imt = (databaseUrl: string, ...words: string[]) =>
  runApp({ DATABASE_URL: databaseUrl }, { nodeArguments: ['src/cli.ts', 'audit', ...words] }).ended;

async function recorded(what = '/imt'): Promise<string> {
  const databaseUrl = await sqlite.newDatabase();
  await withStore(databaseUrl, (store) =>
    store.transaction((tx) =>
      appendAudit(
        tx,
        ['U1', 'U2'].map((actor, at) => ({
          ...{ actor, atMs: at * 1_000, teamId: 'T1', channelId: 'C1', action: 'asked' as const, what },
          ...{ about: ['guo-2024.c1'], outcome: 'shown', knowledgeVersion: 'abc' },
        })),
      ),
    ),
  );
  return databaseUrl;
}

it('`imt audit verify` ends well on an intact record, and gives its end to note elsewhere', async () => {
  const { status, stdout } = await imt(await recorded(), 'verify');
  expect(stdout).toMatch(/^The record is intact: rows 1 to 2\.\nIts end: [0-9a-f]{64}\./);
  expect(status).toBe(0);
});

it('`imt audit verify` names the row that was altered, and ends with 1', async () => {
  const databaseUrl = await recorded();
  await withStore(databaseUrl, ({ db }) =>
    db.updateTable('audit').set({ actor: 'U9' }).where('number', '=', 2).execute(),
  );
  const { status, stdout } = await imt(databaseUrl, 'verify', '--json');
  expect(JSON.parse(stdout)).toEqual({ intact: false, problem: expect.stringContaining('row 2') });
  expect(status).toBe(1);
});

it('`imt audit export json` prints one object a row, and the export itself is one', async () => {
  const { stdout } = await imt(await recorded(), 'export', 'json');
  const rows = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows).toMatchObject([
    { number: 1, actor: 'U1', about: ['guo-2024.c1'], at: '1970-01-01T00:00:00.000Z' },
    { number: 2, actor: 'U2' },
    { number: 3, actor: 'command-line', action: 'exported' },
  ]);
});

it('`imt audit export csv` prints a table in which no cell begins a formula', async () => {
  const { stdout } = await imt(await recorded('=1+1'), 'export', 'csv');
  const [head, first, ...others] = stdout.trim().split('\n');
  expect(head?.split(',')).toEqual(
    expect.arrayContaining(['number', 'actor', 'what', 'about', 'hash', 'at']),
  );
  expect(first).toContain(`'=1+1`);
  expect(others).toHaveLength(2);
});

it('`imt audit` says what it takes', async () => {
  const { status, stderr } = await imt(await recorded(), 'delete');
  expect(stderr).toContain('"audit" takes "verify", "export csv" or "export json"');
  expect(status).toBe(2);
});

it('`imt audit` asks for the keys of the store', async () => {
  const { stderr, status } = await runApp(
    { DATABASE_URL: await recorded(), ENCRYPTION_KEYS: '' },
    { nodeArguments: ['src/cli.ts', 'audit', 'verify'] },
  ).ended;
  expect(stderr).toContain('Set ENCRYPTION_KEYS');
  expect(status).toBe(1);
});
