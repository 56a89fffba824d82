import type { FlagOutcome } from '../../evidence/curation/curation-records.ts';
import { placeIn } from '../sealing/sealed-place.ts';
import { setTelling } from '../set-telling.ts';
import type { Store } from '../store.ts';

/** What became of a flag, for who said that the statement is wrong. */
export interface FlagNews {
  teamId: string;
  id: string;
  userId: string;
  claimId: string;
  /** Of the statement as it was flagged. */
  contentHash: string;
  outcome: FlagOutcome;
  note: string;
}

/** Who is still to be told. */
export async function listFlagNews({ db }: Store): Promise<FlagNews[]> {
  const rows = await db
    .selectFrom('claimFlag')
    .selectAll()
    .where('state', 'in', ['upheld', 'rejected'])
    .where('tellingAtMs', 'is', null)
    .execute();
  return rows.map((row) => ({
    ...{ teamId: row.teamId, id: row.id, userId: row.userId },
    ...{ claimId: row.claimId, contentHash: row.contentHash },
    outcome: row.state as FlagOutcome,
    note: db.sealing.open(placeIn('claimFlag', 'decisionNote', row), row.decisionNote ?? ''),
  }));
}

/** Takes it up before it is sent: true for one process only, and after a crash in between nobody is told twice. */
export async function takeFlagNews(store: Store, news: FlagNews, atMs: number): Promise<boolean> {
  return setTelling(store, 'claimFlag', keyOf(news), { from: null, to: atMs });
}

/** Surely not sent: to be tried again. */
export async function returnFlagNews(store: Store, news: FlagNews, takenAtMs: number): Promise<boolean> {
  return setTelling(store, 'claimFlag', keyOf(news), { from: takenAtMs, to: null });
}

const keyOf = ({ teamId, id }: FlagNews) => ({ teamId, channelId: '' as const, id });
