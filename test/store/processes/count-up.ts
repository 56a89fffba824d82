/** Reads a number and writes it one higher, in one transaction each time. */
import { findFollowUp, saveFollowUp } from '../../../src/store/follow-ups.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { VersionConflict } from '../../../src/store/version-conflict.ts';
import { testKeyRing } from '../../support/key-ring.ts';
import { board } from '../records.ts';

const [databaseUrl = '', times] = process.argv.slice(2);
const store = await openStore(databaseUrl, testKeyRing);
let done = 0;
while (done < Number(times)) {
  try {
    await store.transaction(async (tx) => {
      const kept = await findFollowUp(tx, board, 'f1');
      if (kept) await saveFollowUp(tx, { ...kept, windowDays: kept.windowDays + 1 });
    });
    done++;
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error;
  }
}
await store.close();
