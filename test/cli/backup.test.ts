import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { verifyAudit } from '../../src/store/audit/verify-audit.ts';
import { checkBackupFile } from '../../src/store/backup/read-backup-file.ts';
import { restoreBackup } from '../../src/store/backup/restore-backup.ts';
import { writeBackupFile } from '../../src/store/backup/write-backup-file.ts';
import { claimDue } from '../../src/store/claim-due.ts';
import { listDeliveries } from '../../src/store/deliveries.ts';
import { findFollowUp, insertFollowUp } from '../../src/store/follow-ups.ts';
import { appendHistory, listHistory } from '../../src/store/history.ts';
import { migrationNames } from '../../src/store/migrate.ts';
import { listOccurrences } from '../../src/store/occurrences.ts';
import { connectStore } from '../../src/store/open-store.ts';
import { markSent } from '../../src/store/settle-delivery.ts';
import { sqlitePathOf } from '../../src/store/sqlite-path.ts';
import type { Store } from '../../src/store/store.ts';
import { type StartedEngine, startSqlite, withStore } from '../store/engines.ts';
import { expectHistoryGoesOn } from '../store/expect-history-goes-on.ts';
import { board, fullFollowUp, writeDueReminders } from '../store/records.ts';
import { startPostgres } from '../store/start-postgres.ts';
import { testKeyRing, testKeys } from '../support/key-ring.ts';
import { runApp } from '../support/run-app.ts';

// More than one batch of the file.
const reminders = 603;
// Each starts processes, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });
let sqlite: StartedEngine;
let postgres: StartedEngine;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'imt-backup-'));
  [sqlite, postgres] = await Promise.all([startSqlite(), startPostgres()]);
}, 60_000);
afterAll(async () => {
  await Promise.all([sqlite?.stop(), postgres?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

const run = (databaseUrl: string, words: string[], variables: Record<string, string> = {}) =>
  runApp({ DATABASE_URL: databaseUrl, ...variables }, { nodeArguments: ['src/cli.ts', ...words] }).ended;
const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
let files = 0;
const newFile = () => join(folder, `${++files}.imt.gz`);

async function fill(databaseUrl: string, count = reminders): Promise<string> {
  await withStore(databaseUrl, async (store) => {
    await store.transaction(async (tx) => {
      await insertFollowUp(tx, fullFollowUp);
      for (const action of ['added', 'booked', 'done'])
        await appendHistory(tx, board, [
          { followUpId: 'f1', occurrenceId: null, action, by: 'U1', atMs: 1, changes: [] },
        ]);
      await writeDueReminders(tx, 'f', count, 1_000);
      tx.record({
        ...{ actor: 'U1', atMs: 1, teamId: 'T1', channelId: 'C1', about: [] },
        ...{ action: 'asked', what: '/imt', outcome: 'reply' },
      });
    });
    const [first] = await claimDue(store, 2_000, 2, 60_000);
    const posted = { conversationId: 'D1', messageTs: '1.2', sentAtMs: 1 };
    if (first) await store.transaction((tx) => markSent(tx, first, posted));
  });
  return databaseUrl;
}

const content = async ({ db }: Store) => ({
  followUp: await findFollowUp(db, board, 'f1'),
  dates: await listOccurrences(db, board, 'f'),
  history: await listHistory(db, board, 'f1'),
  states: (await Promise.all(['f-0', 'f-1', 'f-602'].map((id) => listDeliveries(db, board, id))))
    .flat()
    .map(({ id, state, messageTs }) => ({ id, state, messageTs })),
});

const restoredInto = async (target: Store, file: string) =>
  restoreBackup(await checkBackupFile(file, target.db.sealing), target, 10_000);

async function backedUp(databaseUrl: string): Promise<string> {
  const file = newFile();
  const { status, stderr } = await run(databaseUrl, ['backup', file]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return file;
}

describe.each([
  ['SQLite', 'SQLite'],
  ['SQLite', 'PostgreSQL'],
  ['PostgreSQL', 'SQLite'],
  ['PostgreSQL', 'PostgreSQL'],
] as const)('a backup of %s', (from, to) => {
  const engineOf = (name: string) => (name === 'SQLite' ? sqlite : postgres);

  it(`comes back whole on ${to}: every reminder, the history in its order, the audit record`, async () => {
    const source = await fill(await engineOf(from).newDatabase());
    const file = await backedUp(source);
    expect(statSync(file).mode & 0o077).toBe(0);
    const target = await engineOf(to).newDatabase();
    const { status, stdout, stderr } = await run(target, ['restore', file, '--json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      rows: { followUp: 2, occurrence: reminders, outbox: reminders, history: 3 },
      toLookFor: reminders - 1,
      audit: { intact: true },
    });
    const before = await withStore(source, content);
    await withStore(target, async (store) => {
      expect(await content(store)).toEqual(before);
      expect(await store.transaction((tx) => verifyAudit(tx))).toMatchObject({ intact: true });
      await expectHistoryGoesOn(store);
      expect(await claimDue(store, Date.now(), 2_000, 60_000)).toHaveLength(reminders - 1);
    });
  });

  it('that is taken while a writer writes is of one instant, and the writer goes on', async () => {
    const source = await fill(await engineOf(from).newDatabase(), 3);
    const file = newFile();
    let written = 0;
    await withStore(source, async (store) => {
      const taken = run(source, ['backup', file]);
      let ended = false;
      void taken.then(() => {
        ended = true;
      });
      // A follow-up and its dates are one transaction: a torn backup would have one without the other.
      while (!ended) {
        await store.transaction((tx) => writeDueReminders(tx, `w${written++}`, 2, 1_000));
        // SQLite's own work never waits, and the end of the backup would go unseen.
        await wait(2);
      }
      expect(await taken).toMatchObject({ status: 0, stderr: '' });
    });
    expect(written).toBeGreaterThan(1);
    const target = await engineOf(to).newDatabase();
    const { stdout } = await run(target, ['restore', file, '--json']);
    const { rows } = JSON.parse(stdout);
    const whole = rows.followUp - 2;
    expect(rows).toMatchObject({ occurrence: 3 + 2 * whole, outbox: 3 + 2 * whole });
    expect(whole).toBeLessThan(written + 1);
  });
});

describe('`imt restore`', () => {
  const refused = async (file: string, variables: Record<string, string> = {}) => {
    const target = await sqlite.newDatabase();
    const { status, stderr } = await run(target, ['restore', file], variables);
    expect(status).toBe(1);
    // What was refused left nothing behind.
    const path = sqlitePathOf(target) ?? '';
    expect([path, `${path}.app`].filter((one) => existsSync(one))).toEqual([]);
    return { stderr, target };
  };
  const altered = (file: string, change: (text: string) => string) => {
    const copy = newFile();
    writeFileSync(copy, gzipSync(change(gunzipSync(readFileSync(file)).toString())));
    return copy;
  };

  it('says what came back in words, and the same as the backup said', async () => {
    const source = await fill(await sqlite.newDatabase(), 3);
    const file = newFile();
    const taken = await run(source, ['backup', file]);
    const restored = await run(await sqlite.newDatabase(), ['restore', file]);
    const counts = (text: string) => text.split('\n').filter((line) => /^ *\d+ {2}/.test(line));
    expect(counts(taken.stdout)).toContain('3  scan dates');
    expect(counts(restored.stdout)).toEqual(counts(taken.stdout));
    expect(restored.stdout).toMatch(/\nThe audit record is intact\.\n$/);
  });

  it('says which database a server has not', async () => {
    const file = await backedUp(await fill(await sqlite.newDatabase(), 3));
    const there = new URL(await postgres.newDatabase());
    there.pathname = '/nowhere';
    const { status, stderr } = await run(there.href, ['restore', file]);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr:
        'PostgreSQL has no such database. Create it, as with `createdb`, or see its name in DATABASE_URL (3D000).\n',
    });
  });

  it('refuses a store that holds anything, and adds nothing to it', async () => {
    const file = await backedUp(await fill(await sqlite.newDatabase(), 3));
    const target = await sqlite.newDatabase();
    await withStore(target, (store) =>
      store.transaction((tx) => insertFollowUp(tx, { ...fullFollowUp, id: 'x' })),
    );
    const { status, stderr } = await run(target, ['restore', file]);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'The target already holds rows (follow-ups). Name an empty database.\n',
    });
    expect(await withStore(target, ({ db }) => findFollowUp(db, board, 'f1'))).toBeUndefined();
  });

  it('takes a store that was started and never used', async () => {
    const file = await backedUp(await fill(await sqlite.newDatabase(), 3));
    const target = await sqlite.newDatabase();
    await withStore(target, async () => {});
    expect(await run(target, ['restore', file])).toMatchObject({ status: 0, stderr: '' });
    expect(await withStore(target, ({ db }) => findFollowUp(db, board, 'f1'))).toBeDefined();
  });

  it('refuses a file that was cut, altered or put together anew, and then takes the whole one', async () => {
    const file = await backedUp(await fill(await sqlite.newDatabase(), 3));
    const bytes = readFileSync(file);
    const cut = newFile();
    writeFileSync(cut, bytes.subarray(0, bytes.length - 40));
    const flipped = newFile();
    writeFileSync(
      flipped,
      Uint8Array.from(bytes, (byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte)),
    );
    const changes = [
      altered(file, (text) => text.replace('"ownerId":"U1"', '"ownerId":"U7"')),
      altered(file, (text) => text.split('\n').toSpliced(1, 1).join('\n')),
      altered(file, (text) => text.split('\n').slice(0, -2).join('\n')),
      altered(file, (text) => `${text}${text}`),
    ];
    for (const bad of [cut, flipped, ...changes]) {
      const target = await connectStore(await sqlite.newDatabase(), testKeyRing);
      await expect(restoredInto(target, bad)).rejects.toThrow(/is no whole backup of IMT Board: it was cut/);
      await expect(restoredInto(target, file)).resolves.toMatchObject({ rows: { outbox: 3 } });
      await target.close();
    }
    expect((await refused(join(folder, 'missing'))).stderr).toMatch(/^There is no file .*\. Name a backup\./);
  });

  it('refuses keys that do not open it, and one of a newer version', async () => {
    const file = await backedUp(await fill(await sqlite.newDatabase(), 3));
    const other = `1:${Buffer.alloc(32, 'another key').toString('base64')}`;
    expect((await refused(file, { ENCRYPTION_KEYS: other })).stderr).toMatch(
      /^No key of ENCRYPTION_KEYS opens/,
    );
    const rotated = { ENCRYPTION_KEYS: `2:${Buffer.alloc(32, 'newer').toString('base64')},${testKeys}` };
    expect(await run(await sqlite.newDatabase(), ['restore', file], rotated)).toMatchObject({ status: 0 });
    const newer = newFile();
    await withStore(await sqlite.newDatabase(), ({ db }) =>
      writeBackupFile(newer, { ...header, migrations: [...migrationNames, '9999-later'] }, [], db.sealing),
    );
    expect((await refused(newer)).stderr).toMatch(/was written by a newer IMT Board \(9999-later\)/);
    const laterFormat = newFile();
    await withStore(await sqlite.newDatabase(), ({ db }) =>
      writeBackupFile(laterFormat, { ...header, version: 2 }, [], db.sealing),
    );
    expect((await refused(laterFormat)).stderr).toMatch(/newer IMT Board \(format 2\)/);
  });

  const header = {
    ...{ format: 'imt-board-backup' as const, version: 1, takenAtMs: 5_000, engine: 'sqlite' as const },
    migrations: [...migrationNames],
  };

  it.each(['SQLite', 'PostgreSQL'])('brings a backup of an older version up to date on %s', async (name) => {
    const old = newFile();
    const settings = { teamId: 'T1', channelId: 'C1', settings: '{}', version: 0 };
    const target = await connectStore(
      await (name === 'SQLite' ? sqlite : postgres).newDatabase(),
      testKeyRing,
    );
    onTestFinished(() => target.close());
    const migrations = migrationNames.filter((migration) => migration < '0002');
    const batches = [{ table: 'boardSettings', rows: [settings] }];
    await writeBackupFile(old, { ...header, migrations }, batches, target.db.sealing);
    await restoredInto(target, old);
    expect(await target.db.selectFrom('boardSettings').selectAll().execute()).toEqual([settings]);
    expect(await target.db.selectFrom('calendarFeed').selectAll().execute()).toEqual([]);
  });
});

describe('`imt backup`', () => {
  it('without DATABASE_URL takes the store that the app itself takes; a restore wants its own named', async () => {
    const home = mkdtempSync(join(folder, 'home-'));
    await fill(`sqlite:${join(home, 'data/imt-board.db')}`, 3);
    const file = newFile();
    const inHome = (words: string[]) =>
      runApp({ DATABASE_URL: '' }, { folder: home, nodeArguments: [cli, ...words] }).ended;
    expect(await inHome(['backup', file])).toMatchObject({ status: 0, stderr: '' });
    const { status, stderr } = await inHome(['restore', file]);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr:
        'Set DATABASE_URL to an empty store, as sqlite:./data/imt-board.db or postgres://user:password@host/database.\n',
    });
    rmSync(home, { recursive: true });
  });

  it('writes no file over another, leaves no part of one behind, and no case code in clear', async () => {
    const source = await fill(await sqlite.newDatabase(), 3);
    const file = await backedUp(source);
    const { status, stderr } = await run(source, ['backup', file]);
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringMatching(/already a file/) });
    expect(readdirSync(folder).filter((name) => !/^\d+\.imt\.gz$/.test(name))).toEqual([]);
    expect(gunzipSync(readFileSync(file)).toString()).not.toContain(fullFollowUp.caseCode);
  });

  it('refuses a database that is not there, is none of ours, or has other keys', async () => {
    const missing = await run(await sqlite.newDatabase(), ['backup', newFile()]);
    expect(missing).toMatchObject({ status: 1, stderr: expect.stringMatching(/^There is no file/) });
    const empty = await run(await postgres.newDatabase(), ['backup', newFile()]);
    expect(empty).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^This database holds no IMT Board/),
    });
    const other = { ENCRYPTION_KEYS: `1:${Buffer.alloc(32, 'another key').toString('base64')}` };
    const sealed = await run(await fill(await sqlite.newDatabase(), 1), ['backup', newFile()], other);
    expect(sealed).toMatchObject({ status: 1, stderr: expect.stringMatching(/does not open this database/) });
  });

  it.each([['backup'], ['restore']])('"%s" without a file ends with status 2', async (name) => {
    expect(await run('sqlite:./x.db', [name])).toMatchObject({ status: 2 });
  });
});
