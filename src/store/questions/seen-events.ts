import type { SeenEvents } from '../../seen-events.ts';
import type { Store } from '../store.ts';

const keptMs = 24 * 60 * 60_000;
const cleanedEveryMs = 60 * 60_000;

const keptHere = 2_000;

/** One memory for all replicas: of two that hear the same at once, the key lets only one write it. */
export function createSeenEvents(store: Store, nowMs: () => number): SeenEvents {
  let cleanedAtMs = Number.NEGATIVE_INFINITY;
  // What was heard while the store was away: it knows nothing of that when it is back.
  const here = new Set<string>();
  const wasHeardHere = (teamId: string, names: readonly string[]) =>
    names.some((name) => here.has(`${teamId} ${name}`));
  const hearHere = (teamId: string, names: readonly string[]): void => {
    for (const name of names) here.add(`${teamId} ${name}`);
    for (const key of here) {
      if (here.size <= keptHere) break;
      here.delete(key);
    }
  };
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
  async function isNewInStore(teamId: string, names: readonly string[]): Promise<boolean> {
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
  }
  return {
    async isNew(teamId, names) {
      if (wasHeardHere(teamId, names)) return false;
      try {
        return await isNewInStore(teamId, names);
      } catch (error) {
        hearHere(teamId, names);
        throw error;
      }
    },
  };
}
