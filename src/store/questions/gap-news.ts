import { setTelling } from '../set-telling.ts';
import type { Store } from '../store.ts';

/** That a gap is filled, for one who asked. */
export interface GapNews {
  teamId: string;
  gapId: string;
  userId: string;
  concepts: readonly string[];
  claimId: string;
}

/** Who is still to be told of a filled gap. */
export async function listGapNews({ db }: Store): Promise<GapNews[]> {
  const rows = await db
    .selectFrom('gapAsker')
    .innerJoin('evidenceGap', (join) =>
      join.onRef('evidenceGap.teamId', '=', 'gapAsker.teamId').onRef('evidenceGap.id', '=', 'gapAsker.gapId'),
    )
    .select(['gapAsker.teamId', 'gapId', 'userId', 'concepts', 'claimId'])
    .where('tellingAtMs', 'is', null)
    .where('claimId', 'is not', null)
    .execute();
  return rows.map(({ concepts, claimId, ...row }) => ({
    ...row,
    concepts: JSON.parse(concepts),
    claimId: claimId ?? '',
  }));
}

/** Takes it up before it is sent: true for one process only, and after a crash in between nobody is told twice. */
export async function takeGapNews(store: Store, news: GapNews, atMs: number): Promise<boolean> {
  return setTelling(store, 'gapAsker', keyOf(news), { from: null, to: atMs });
}

/** Surely not sent: to be tried again. */
export async function returnGapNews(store: Store, news: GapNews, takenAtMs: number): Promise<boolean> {
  return setTelling(store, 'gapAsker', keyOf(news), { from: takenAtMs, to: null });
}

const keyOf = ({ teamId, gapId, userId }: GapNews) => ({ teamId, gapId, userId });
