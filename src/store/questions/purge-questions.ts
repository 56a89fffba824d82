import type { Tx } from '../store.ts';

/** What was said of answers before an instant; gives back how many. */
export async function purgeRatings(tx: Tx, beforeMs: number): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('answerRating')
    .where('atMs', '<', beforeMs)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/**
 * Gaps that were filled before an instant and of which everybody who asked has been told, with who asked and what
 * they asked; gives back how many gaps.
 */
export async function purgeGaps(tx: Tx, beforeMs: number): Promise<number> {
  const closed = await tx
    .selectFrom('evidenceGap')
    .select(['teamId', 'id'])
    .where('claimId', 'is not', null)
    .where('filledAtMs', '<', beforeMs)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('gapAsker')
            .select('gapAsker.userId')
            .whereRef('gapAsker.teamId', '=', 'evidenceGap.teamId')
            .whereRef('gapAsker.gapId', '=', 'evidenceGap.id')
            .where('gapAsker.tellingAtMs', 'is', null),
        ),
      ),
    )
    .execute();
  let removed = 0;
  for (const { teamId, id } of closed) {
    const { numDeletedRows } = await tx
      .deleteFrom('evidenceGap')
      .where('teamId', '=', teamId)
      .where('id', '=', id)
      // Who asks again at this moment opens it.
      .where('claimId', 'is not', null)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) continue;
    removed += 1;
    for (const table of ['gapAsker', 'gapQuestion'] as const)
      await tx.deleteFrom(table).where('teamId', '=', teamId).where('gapId', '=', id).execute();
  }
  return removed;
}
