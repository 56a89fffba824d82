import { expect } from 'vitest';
import { appendHistory, listHistory } from '../../src/store/history.ts';
import type { Store } from '../../src/store/store.ts';
import { board, fullFollowUp } from './records.ts';

/** In a store that was filled from another: one more entry of history takes a number behind those that came. */
export async function expectHistoryGoesOn(store: Store): Promise<void> {
  const entry = {
    ...{ followUpId: fullFollowUp.id, occurrenceId: null, action: 'reopened', by: 'U1', atMs: 1 },
    changes: [],
  };
  await store.transaction((tx) => appendHistory(tx, board, [entry]));
  expect((await listHistory(store.db, board, fullFollowUp.id)).at(-1)).toEqual(entry);
}
