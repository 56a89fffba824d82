import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkBackupFile } from '../../src/store/backup/read-backup-file.ts';
import { restoreBackup } from '../../src/store/backup/restore-backup.ts';
import { takeBackup } from '../../src/store/backup/take-backup.ts';
import { listOfBoard } from '../../src/store/digests.ts';
import { connectStore } from '../../src/store/open-store.ts';
import { testKeyRing } from '../support/key-ring.ts';
import { digestRig, untilMondayMs } from './digest-rig.ts';
import { board } from './open-reminders.ts';

type Rig = Awaited<ReturnType<typeof digestRig>>;

describe('after a restore, a digest that was due since the backup', () => {
  async function restoredRig(beforeTheLoss: (rig: Rig) => Promise<void>) {
    const rig = await digestRig();
    const folder = mkdtempSync(join(tmpdir(), 'imt-digest-'));
    const file = join(folder, 'backup.imt.gz');
    await takeBackup(rig.store, file, Date.now());
    await beforeTheLoss(rig);
    const store = await connectStore(`sqlite:${join(folder, 'restored.db')}`, testKeyRing);
    onTestFinished(async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    });
    await restoreBackup(await checkBackupFile(file, store.db.sealing), store, rig.clock.nowMs);
    const scheduler = rig.newScheduler('* * * * *', store);
    const first = async () => (await listOfBoard(store.db, board)).at(-1);
    return { ...rig, tick: () => scheduler.tick(), first };
  }
  const lostAfterItsPost = async ({ tickAfter }: Rig) => tickAfter(untilMondayMs);
  const lostBeforeItsPost = async ({ clock }: Rig) => {
    clock.nowMs += untilMondayMs;
  };

  it('is found where it was posted, and not posted again', async () => {
    const { digests, tick, first } = await restoredRig(lostAfterItsPost);
    await tick();
    expect(digests()).toHaveLength(1);
    expect(await first()).toMatchObject({ state: 'sent', messageTs: digests()[0]?.ts });
  });

  it('is looked for, not found, and posted', async () => {
    const { digests, tick, first, standIn } = await restoredRig(lostBeforeItsPost);
    await tick();
    expect(standIn.calls.map(({ method }) => method)).toContain('conversations.history');
    expect(digests()).toHaveLength(1);
    expect(await first()).toMatchObject({ state: 'sent' });
  });

  it('is not posted while nobody can look for it', async () => {
    const { digests, tick, first, standIn } = await restoredRig(lostAfterItsPost);
    standIn.faultOf = (method) => (method === 'conversations.history' ? 'status-500' : undefined);
    await tick();
    expect(digests()).toHaveLength(1);
    expect(await first()).toMatchObject({ state: 'unknown' });
  });
});
