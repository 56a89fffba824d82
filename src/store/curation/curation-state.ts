import type { Reader, Tx } from '../store.ts';

/** Counts that only grow: a process that sees another number than before looks again. */
export interface CurationState {
  changes: number;
  reloads: number;
}

export async function readCurationState(reader: Reader): Promise<CurationState> {
  const row = await reader
    .selectFrom('curationState')
    .select(['changes', 'reloads'])
    .where('id', '=', 1)
    .executeTakeFirst();
  return row ?? { changes: 0, reloads: 0 };
}

/** In the transaction of what changed, so that nobody sees the one without the other. */
export async function countUp(tx: Tx, what: keyof CurationState): Promise<void> {
  await tx
    .insertInto('curationState')
    .values({ id: 1, changes: 0, reloads: 0, [what]: 1 })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(({ eb, ref }) => ({ [what]: eb(ref(`curationState.${what}`), '+', 1) })),
    )
    .execute();
}
