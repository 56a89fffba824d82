import type { Store } from './store.ts';

/** What somebody is told of once, by a message: the columns that name a row of each such table. */
interface Told {
  claimFlag: { teamId: string; channelId: ''; id: string };
  gapAsker: { teamId: string; gapId: string; userId: string };
}

/**
 * Takes the telling up, from null to now, or gives it back, from when it was taken up to null. False when it no
 * longer stands as `from` says: of several processes one goes on.
 */
export async function setTelling<Table extends keyof Told>(
  store: Store,
  table: Table,
  key: Told[Table],
  { from, to }: { from: number | null; to: number | null },
): Promise<boolean> {
  const { numUpdatedRows } = await store.transaction((tx) =>
    tx
      .updateTable<keyof Told>(table)
      .set({ tellingAtMs: to })
      .where(({ and }) => and(key))
      .where('tellingAtMs', from === null ? 'is' : '=', from)
      .executeTakeFirstOrThrow(),
  );
  return numUpdatedRows > 0n;
}
