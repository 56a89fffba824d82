import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { backup as backupOnCommandLine } from '../../src/cli/backup.ts';
import { restore as restoreOnCommandLine } from '../../src/cli/restore.ts';
import { lockForApp } from '../../src/store/app-lock.ts';
import type { AuditRow } from '../../src/store/audit/audit-entry.ts';
import { listAudit } from '../../src/store/audit/list-audit.ts';
import { checkBackupFile } from '../../src/store/backup/read-backup-file.ts';
import { restoreBackup } from '../../src/store/backup/restore-backup.ts';
import { takeBackup } from '../../src/store/backup/take-backup.ts';
import { claimDue } from '../../src/store/claim-due.ts';
import { listDeliveries } from '../../src/store/deliveries.ts';
import { connectStore, openStore } from '../../src/store/open-store.ts';
import { markPosting, markUnknown } from '../../src/store/settle-delivery.ts';
import type { Store } from '../../src/store/store.ts';
import { testKeyRing, testKeys } from '../support/key-ring.ts';
import { board, writeDueReminders } from './records.ts';

let folder: string;
let store: Store;
let databaseUrl: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'imt-backup-'));
  databaseUrl = `sqlite:${join(folder, 'board.db')}`;
  store = await openStore(databaseUrl, testKeyRing);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const takenAtMs = 5_000;
const file = () => join(folder, 'backup.imt.gz');
async function target(): Promise<Store> {
  const connected = await connectStore(`sqlite:${join(folder, 'restored.db')}`, testKeyRing);
  onTestFinished(() => connected.close());
  return connected;
}

async function restoredAt(nowMs: number): Promise<Store> {
  await takeBackup(store, file(), takenAtMs);
  const restored = await target();
  await restoreBackup(await checkBackupFile(file(), restored.db.sealing), restored, nowMs);
  return restored;
}

const firstPostOf = async ({ db }: Store, occurrenceId: string) =>
  (await listDeliveries(db, board, occurrenceId))[0]?.firstPostAtMs;

describe('after a restore', () => {
  it('what was being sent when the backup was taken is looked for, though its turn has not come', async () => {
    await store.transaction((tx) => writeDueReminders(tx, 'f', 2, 1_000));
    await claimDue(store, 1_000, 1, 60_000);
    const restored = await restoredAt(1_000);
    expect(await firstPostOf(restored, 'f-0')).toBe(takenAtMs);
    expect(await firstPostOf(restored, 'f-1')).toBeNull();
  });

  it('what was in doubt before the backup is looked for from when it may first have been posted', async () => {
    await store.transaction((tx) => writeDueReminders(tx, 'f', 1, 1_000));
    const [claim] = await claimDue(store, 1_000, 1, 60_000);
    if (!claim) throw new Error('nothing was claimed');
    await store.transaction(async (tx) => {
      await markPosting(tx, claim, 'D1', 1_500);
      await markUnknown(tx, claim, { nextAttemptAtMs: 2_000, failure: 'timeout' });
    });
    expect(await firstPostOf(await restoredAt(9_000), 'f-0')).toBe(1_500);
  });
});

describe('a version that is not this one', () => {
  const addStep = (of: Store) =>
    of.db
      .withTables<{ storeMigration: { name: string; appliedAtMs: number } }>()
      .insertInto('storeMigration')
      .values({ name: '9999-later', appliedAtMs: 1 })
      .execute();

  it('has its store backed up by itself', async () => {
    await addStep(store);
    await expect(takeBackup(store, file(), takenAtMs)).rejects.toThrow(
      'Another version of IMT Board wrote this database. Take the backup with the version that runs on it.',
    );
  });

  it('has no backup put into the store that it started', async () => {
    await takeBackup(store, file(), takenAtMs);
    await (await openStore(`sqlite:${join(folder, 'restored.db')}`, testKeyRing)).close();
    const restored = await target();
    await addStep(restored);
    await expect(
      restoreBackup(await checkBackupFile(file(), restored.db.sealing), restored, 9_000),
    ).rejects.toThrow('The target was already started, by another version than the backup’s.');
  });
});

describe('the command line', () => {
  const environment = process.env;
  beforeEach(() => {
    process.env = { ...environment, DATABASE_URL: databaseUrl, ENCRYPTION_KEYS: testKeys };
  });
  afterEach(() => {
    process.env = environment;
  });
  const terminal = (words: string[]) => ({
    ...{ arguments: words, json: true, stdin: process.stdin, print: () => {} },
    now: () => new Date('2026-11-23T09:00:00Z'),
  });

  it('leaves a backup in the audit record of the store that was backed up', async () => {
    await backupOnCommandLine.run(terminal([file()]));
    const entries: AuditRow[] = [];
    for await (const entry of listAudit(store.db)) entries.push(entry);
    expect(entries).toMatchObject([
      {
        actor: 'command-line',
        action: 'exported',
        what: 'backup',
        outcome: 'as of 2026-11-23T09:00:00.000Z',
      },
    ]);
  });

  it('refuses a backup whose first key has sealed nothing in the store: nobody could restore it', async () => {
    process.env.ENCRYPTION_KEYS = `2:${Buffer.alloc(32, 'newer').toString('base64')},${testKeys}`;
    await expect(backupOnCommandLine.run(terminal([file()]))).rejects.toThrow(
      'The first of ENCRYPTION_KEYS has sealed nothing in this store.',
    );
  });

  it('restores into no store on which an app runs', async () => {
    await takeBackup(store, file(), takenAtMs);
    const path = join(folder, 'restored.db');
    process.env.DATABASE_URL = `sqlite:${path}`;
    onTestFinished(lockForApp(process.env.DATABASE_URL));
    await expect(restoreOnCommandLine.run(terminal([file()]))).rejects.toThrow(
      `Another IMT Board is running on this SQLite file, ${path}.`,
    );
  });
});
