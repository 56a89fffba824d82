import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createReminders } from '../../src/create-reminders.ts';
import { createLog } from '../../src/log.ts';
import { checkBackupFile } from '../../src/store/backup/read-backup-file.ts';
import { restoreBackup } from '../../src/store/backup/restore-backup.ts';
import { takeBackup } from '../../src/store/backup/take-backup.ts';
import { connectStore } from '../../src/store/open-store.ts';
import { peopleForTest } from '../support/clients-for-test.ts';
import { testKeyRing } from '../support/key-ring.ts';
import { startReminderApp } from '../support/reminder-app.ts';

const dueToday = 'CT chest due 2026-11-23 window 14d owner <@UADA> backup <@UBEN>';

it('a store that was lost after its messages went out comes back from a backup taken before: nothing is lost, nothing sent twice', async () => {
  const lost = await startReminderApp('2026-11-23T08:00:00Z');
  await lost.say(`add CASE-12 ${dueToday}`);
  await lost.say(`add CASE-13 ${dueToday}`);
  const folder = mkdtempSync(join(tmpdir(), 'imt-restore-'));
  const file = join(folder, 'backup.imt.gz');
  await takeBackup(lost.store, file, Date.now());
  await lost.tickAt('2026-11-23T09:00:00Z');
  const sentBefore = lost.slack.timesPosted().size;
  expect(sentBefore).toBeGreaterThan(0);

  let now = new Date('2026-11-23T09:30:00Z');
  const store = await connectStore(`sqlite:${join(folder, 'restored.db')}`, testKeyRing);
  const restored = await restoreBackup(await checkBackupFile(file, store.db.sealing), store, now.getTime());
  expect(restored).toMatchObject({ toLookFor: sentBefore, audit: { intact: true } });
  const reminders = createReminders({
    ...{ reminderTick: '* * * * *', ...peopleForTest(lost.slack.apiUrl, () => now.getTime()), store },
    ...{ log: createLog('silent'), newId: () => randomUUID(), isShutOut: async () => false },
    ...{ now: () => now, timeZone: 'UTC' },
  });
  onTestFinished(async () => {
    await reminders.stop(2_000);
    await store.close();
    rmSync(folder, { recursive: true });
  });
  await reminders.tick();
  expect(lost.slack.timesPosted().size).toBe(sentBefore);

  // The ladder goes on from there as if nothing had been.
  for (let day = 1; day <= 40; day++) {
    now = new Date(Date.parse('2026-11-23T12:00:00Z') + day * 86_400_000);
    await reminders.tick();
  }
  expect(lost.slack.timesPosted().size).toBeGreaterThan(sentBefore + 2);
  expect([...lost.slack.timesPosted().values()].filter((times) => times > 1)).toEqual([]);
  const waiting = await store.db
    .selectFrom('outbox')
    .select('state')
    .where('state', '=', 'unknown')
    .execute();
  expect(waiting).toEqual([]);
});
