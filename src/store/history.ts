import type { Board, HistoryEntry } from '../followup/follow-up.ts';
import { fromJson, toJson } from './json.ts';
import { placeIn } from './sealing/sealed-place.ts';
import type { Reader, Tx } from './store.ts';

/** Entries are only ever added, and each is in the audit record, without what changed to what. */
export async function appendHistory(tx: Tx, board: Board, entries: readonly HistoryEntry[]): Promise<void> {
  const { teamId, channelId } = board;
  for (const entry of entries) {
    const { followUpId, occurrenceId, action: what, by: actor, atMs } = entry;
    tx.record({
      ...{ teamId, channelId, actor, atMs, what },
      ...(what === 'reminded'
        ? { action: 'sent', outcome: 'posted' }
        : { action: 'changed', outcome: 'kept' }),
      about: occurrenceId === null ? [followUpId] : [followUpId, occurrenceId],
    });
    const row = { ...entry, teamId, channelId };
    const changes = tx.sealing.seal(placeIn('history', 'changes', row), toJson(entry.changes));
    await tx
      .insertInto('history')
      .values({ ...row, changes })
      .execute();
  }
}

/** In the order in which it was written. */
export async function listHistory(reader: Reader, board: Board, followUpId: string): Promise<HistoryEntry[]> {
  const rows = await reader
    .selectFrom('history')
    .select(['teamId', 'channelId', 'followUpId', 'occurrenceId', 'action', 'by', 'atMs', 'changes'])
    .where('teamId', '=', board.teamId)
    .where('channelId', '=', board.channelId)
    .where('followUpId', '=', followUpId)
    .orderBy('id')
    .execute();
  return rows.map(({ teamId, channelId, ...entry }) => {
    const place = placeIn('history', 'changes', { ...entry, teamId, channelId });
    return { ...entry, changes: fromJson(reader.sealing.open(place, entry.changes)) };
  });
}
