import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FollowUpRecords } from '../../src/followup/follow-up-records.ts';
import { createFollowUpRecords } from '../../src/store/follow-up-records.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';

export interface FollowUpStore {
  store: Store;
  records: FollowUpRecords;
  /** Every byte that was written, as text. */
  written(): string;
  close(): Promise<void>;
}

/** The real SQLite store in a folder of its own; boards are in UTC. */
export async function openFollowUpStore(): Promise<FollowUpStore> {
  const folder = mkdtempSync(join(tmpdir(), 'imt-board-'));
  const path = join(folder, 'board.db');
  const store = await openStore(`sqlite:${path}`);
  return {
    store,
    records: createFollowUpRecords(store, 'UTC'),
    written: () => ['', '-wal'].map((suffix) => readFileSync(`${path}${suffix}`, 'latin1')).join(''),
    async close() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
