import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReminderPlanner } from '../../src/delivery/create-reminder-planner.ts';
import type { FollowUpRecords } from '../../src/followup/follow-up-records.ts';
import { createFollowUpRecords } from '../../src/store/follow-up-records.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testKeyRing } from './key-ring.ts';

/** Knows nobody's time zone, and redraws nothing. */
const plannerForTest = createReminderPlanner({
  timeZones: async () => ({}),
  nowMs: Date.now,
  newId: randomUUID,
  redraw: () => {},
});

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
  const store = await openStore(`sqlite:${path}`, testKeyRing, () => 'v1');
  return {
    store,
    records: createFollowUpRecords(store, 'UTC', plannerForTest),
    written: () => ['', '-wal'].map((suffix) => readFileSync(`${path}${suffix}`, 'latin1')).join(''),
    async close() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
