import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimDue } from '../../src/store/claim-due.ts';
import { enqueueReminders } from '../../src/store/enqueue-reminders.ts';
import { insertFollowUp } from '../../src/store/follow-ups.ts';
import { insertOccurrences } from '../../src/store/occurrences.ts';
import { markSent } from '../../src/store/settle-delivery.ts';
import { type StartedEngine, startSqlite, withStore } from '../store/engines.ts';
import { board, closedOccurrence, fullFollowUp, openOccurrence } from '../store/records.ts';
import { runApp } from '../support/run-app.ts';

let sqlite: StartedEngine;
let databaseUrl: string;
beforeAll(async () => {
  sqlite = await startSqlite();
  databaseUrl = await sqlite.newDatabase();
  await withStore(databaseUrl, async (store) => {
    await store.transaction(async (tx) => {
      await insertFollowUp(tx, fullFollowUp);
      await insertOccurrences(tx, board, [closedOccurrence, { ...openOccurrence, id: 'o2', number: 1 }]);
      const step = { step: 'r0:due', role: 'owner', dueAtMs: 1 } as const;
      await enqueueReminders(tx, board, closedOccurrence.id, [step], randomUUID);
    });
    const [claim] = await claimDue(store, 2, 1, 60_000);
    if (claim === undefined) throw new Error('there is no message to send');
    const posted = { conversationId: 'D1', messageTs: '1.2', sentAtMs: 2 };
    await store.transaction((tx) => markSent(tx, claim, posted));
  });
});
afterAll(() => sqlite?.stop());

const run = (words: string[], variables: Record<string, string> = {}) =>
  runApp({ DATABASE_URL: databaseUrl, ...variables }, { nodeArguments: ['src/cli.ts', 'export', ...words] })
    .ended;

describe('`imt export`', () => {
  it('prints a header and a line for each date as CSV, with how many messages went out', async () => {
    const { status, stdout, stderr } = await run(['--board', 'T1/C1', '--format', 'csv']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [header = '', ...lines] = stdout.split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toBe('');
    const cell = (line: string, column: string) => line.split(',')[header.split(',').indexOf(column)];
    // Quoted commas come later in the line than what is looked at here.
    expect(lines.slice(0, 2).map((line) => cell(line, 'case_code'))).toEqual(['CASE-12', 'CASE-12']);
    expect(stdout).toContain('"chest ""and"" neck, größer"');
  });

  it.each([['--format', 'json'], ['--format=json'], ['--json']])('prints data with %s', async (...words) => {
    const { status, stdout } = await run(['--board=T1/C1', ...words]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ schemaVersion: 1, board },
      dates: [
        { dateId: closedOccurrence.id, closingState: closedOccurrence.closing?.state, messagesSent: 1 },
        { dateId: 'o2', closingState: null, messagesSent: 0 },
      ],
    });
  });

  it.each(['T1/C2', 'T2/C1'])('prints nothing of another board: %s', async (other) => {
    const { status, stdout, stderr } = await run(['--board', other]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('This board has no dates');
  });

  it('makes no store where there was none', async () => {
    const missing = await sqlite.newDatabase();
    const { status, stderr } = await run(['--board', 'T1/C1'], { DATABASE_URL: missing });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^There is no file .* Set DATABASE_URL/);
    expect(existsSync(missing.slice('sqlite:'.length))).toBe(false);
  });

  it.each([
    [[]],
    [['--board']],
    [['--board', 'C1']],
    [['--board', 'T1/C1', '--format', 'xlsx']],
    [['--board', 'T1/C1', '--board', 'T1/C2']],
    [['--everything', 'yes']],
  ])('wrong usage %j ends with status 2', async (words) => {
    const { status, stderr } = await run(words);
    expect(status).toBe(2);
    expect(stderr).toContain('export --board T1/C1');
  });
});
