import type { SeenEvents } from '../../seen-events.ts';
import type { Store } from '../store.ts';

const keptMs = 24 * 60 * 60_000;
const cleanedEveryMs = 60 * 60_000;

/** One memory for all replicas: of two that hear the same at once, the key lets only one write it. */
export function createSeenEvents(store: Store, nowMs: () => number): SeenEvents {
  let cleanedAtMs = Number.NEGATIVE_INFINITY;
  const clean = async (atMs: number) => {
    if (atMs - cleanedAtMs < cleanedEveryMs) return;
    cleanedAtMs = atMs;
    await store.transaction((tx) =>
      tx
        .deleteFrom('seenEvent')
        .where('atMs', '<', atMs - keptMs)
        .execute(),
    );
  };
  return {
    async isNew(teamId, names) {
      const atMs = nowMs();
      await clean(atMs);
      // Always in the same order, so that two replicas never wait for one another.
      const rows = [...new Set(names)].sort().map((name) => ({ teamId, name, atMs }));
      const written = await store.transaction((tx) =>
        tx
          .insertInto('seenEvent')
          .values(rows)
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow(),
      );
      return Number(written.numInsertedOrUpdatedRows) === rows.length;
    },
  };
}
