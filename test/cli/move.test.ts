import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendBoardHistory, listBoardHistory } from '../../src/store/board-history.ts';
import { findBoardSettings, saveBoardSettings } from '../../src/store/board-settings.ts';
import { claimDue } from '../../src/store/claim-due.ts';
import { listDeliveries } from '../../src/store/deliveries.ts';
import { findFollowUp, insertFollowUp } from '../../src/store/follow-ups.ts';
import { appendHistory, listHistory } from '../../src/store/history.ts';
import { createInstallations } from '../../src/store/installations/create-installations.ts';
import { insertOccurrences, listOccurrences } from '../../src/store/occurrences.ts';
import { markSent } from '../../src/store/settle-delivery.ts';
import type { Store } from '../../src/store/store.ts';
import { type StartedEngine, startSqlite, withStore } from '../store/engines.ts';
import { expectHistoryGoesOn } from '../store/expect-history-goes-on.ts';
import { board, closedOccurrence, fullFollowUp, settings, writeDueReminders } from '../store/records.ts';
import { startPostgres } from '../store/start-postgres.ts';
import { runApp } from '../support/run-app.ts';

const reminders = 1_203;
let sqlite: StartedEngine;
let postgres: StartedEngine;
beforeAll(async () => {
  [sqlite, postgres] = await Promise.all([startSqlite(), startPostgres()]);
}, 60_000);
afterAll(() => Promise.all([sqlite?.stop(), postgres?.stop()]));

const move = (databaseUrl: string, ...words: string[]) =>
  runApp({ DATABASE_URL: databaseUrl }, { nodeArguments: ['src/cli.ts', 'move', ...words] }).ended;

/** Something of everything; one message is sent, one was claimed a minute ago and never settled. */
async function filledStore(claimedAtMs: number): Promise<string> {
  const databaseUrl = await sqlite.newDatabase();
  await withStore(databaseUrl, async (store) => {
    await store.transaction(async (tx) => {
      await insertFollowUp(tx, fullFollowUp);
      await insertOccurrences(tx, board, [closedOccurrence]);
      await saveBoardSettings(tx, settings);
      await appendBoardHistory(tx, board, { action: 'settings', by: 'U1', atMs: 1, changes: [] });
      for (const action of ['added', 'booked', 'done'])
        await appendHistory(tx, board, [
          { followUpId: 'f1', occurrenceId: 'o1', action, by: 'U1', atMs: 1, changes: [] },
        ]);
      await writeDueReminders(tx, 'f', reminders, 1_000);
    });
    await installationsIn(store).save('T-moved', { content: 'as Slack gave it', expiresAtMs: null });
    const [first] = await claimDue(store, claimedAtMs, 2, 60_000);
    const posted = { conversationId: 'D1', messageTs: '1.2', sentAtMs: 1 };
    if (first) await store.transaction((tx) => markSent(tx, first, posted));
  });
  return databaseUrl;
}

const installationsIn = (store: Store) =>
  createInstallations({ store, nowMs: () => 1, machineMs: () => 1, newId: () => 'v1' });

const content = async (store: Store) => ({
  ...(await rows(store)),
  installation: await installationsIn(store).find(['T-moved']),
});

const rows = async ({ db }: Store) => ({
  followUp: await findFollowUp(db, board, 'f1'),
  occurrences: await listOccurrences(db, board, 'f1'),
  dates: await listOccurrences(db, board, 'f'),
  history: await listHistory(db, board, 'f1'),
  settings: await findBoardSettings(db, board),
  boardHistory: await listBoardHistory(db, board),
  deliveries: await Promise.all(['f-0', 'f-1', 'f-1202'].map((id) => listDeliveries(db, board, id))),
});

describe('`imt move`', () => {
  it('copies all of an embedded store into PostgreSQL, which goes on where it stood', async () => {
    const [from, to] = [await filledStore(Date.now() - 120_000), await postgres.newDatabase()];
    const { status, stdout, stderr } = await move(to, from, '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const dates = reminders + 1;
    expect(JSON.parse(stdout)).toEqual({
      copied: {
        ...{ followUp: 2, occurrence: dates, history: 3, boardSettings: 1, boardHistory: 1 },
        ...{ seenEvent: 0, askedQuestion: 0, answerRating: 0, evidenceGap: 0, gapAsker: 0, gapQuestion: 0 },
        ...{ installation: 1, organisationTeam: 0 },
        ...{ claimFlag: 0, claimReview: 0, curationState: 0 },
        ...{ outbox: reminders, calendarFeed: 0, audit: 4 },
      },
    });
    const before = await withStore(from, content);
    await withStore(to, async (store) => {
      expect(await content(store)).toEqual(before);
      expect(before.deliveries.flat()).toMatchObject([
        { state: 'sent' },
        { state: 'sending' },
        { state: 'pending' },
      ]);
      await expectHistoryGoesOn(store);
      expect(await claimDue(store, Date.now(), 2_000, 60_000)).toHaveLength(reminders - 1);
    });
  });

  it('refuses a target that holds anything, and adds nothing to it', async () => {
    const [from, to] = [await filledStore(1_000), await postgres.newDatabase()];
    await withStore(to, (store) =>
      store.transaction((tx) => insertFollowUp(tx, { ...fullFollowUp, id: 'x' })),
    );
    const { status, stderr } = await move(to, from);
    expect(status).toBe(1);
    expect(stderr).toBe('The target already holds rows (follow-ups). Name an empty database.\n');
    expect(await withStore(to, ({ db }) => findFollowUp(db, board, 'f1'))).toBeUndefined();
  });

  it('refuses while an app is sending from the old store', async () => {
    const [from, to] = [await filledStore(Date.now()), await postgres.newDatabase()];
    const { status, stderr } = await move(to, from);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^An app is sending messages from this store\. Stop it/);
    expect(await withStore(to, ({ db }) => findFollowUp(db, board, 'f1'))).toBeUndefined();
  });

  it('refuses while an app runs on the old store, also one that sends nothing at the moment', async () => {
    const [from, to] = [await filledStore(1_000), await postgres.newDatabase()];
    const app = runApp({ PORT: '0', DATABASE_URL: from });
    await app.printed(/IMT Board is ready/);
    const { status, stderr } = await move(to, from);
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^Another IMT Board is running on this SQLite file, .*Stop that one first/),
    ]);
    expect(await withStore(to, ({ db }) => findFollowUp(db, board, 'f1'))).toBeUndefined();
    app.signal('SIGTERM');
    expect((await app.ended).status).toBe(0);
    expect(await move(to, from)).toMatchObject({ status: 0, stderr: '' });
  });

  it('makes no store where there was none', async () => {
    const missing = await sqlite.newDatabase();
    const { status, stderr } = await move('postgres://localhost/x', missing);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^There is no file .* Name the store to copy\./);
    expect(existsSync(missing.slice('sqlite:'.length))).toBe(false);
  });

  it('asks for the target in the environment, and names no password that it finds there', async () => {
    const from = await filledStore(1_000);
    const { status, stderr } = await move('mysql://root:secret@localhost/x', from);
    expect(status).toBe(1);
    expect(stderr).toBe('Set DATABASE_URL to where to copy to, as postgres://user:password@host/database.\n');
  });

  it.each([[[]], [['imt.db']], [['sqlite:a', 'sqlite:b']]])(
    'wrong usage %j ends with status 2',
    async (words) => {
      const { status, stderr } = await move('', ...words);
      expect(status).toBe(2);
      expect(stderr).toContain('npm run -s imt -- move sqlite:');
    },
  );
});
