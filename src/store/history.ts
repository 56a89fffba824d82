import type { Board, HistoryEntry } from '../followup/follow-up.ts';
import { fromJson, toJson } from './json.ts';
import type { Reader, Tx } from './store.ts';

/** Entries are only ever added. */
export async function appendHistory(tx: Tx, board: Board, entries: readonly HistoryEntry[]): Promise<void> {
  const { teamId, channelId } = board;
  for (const entry of entries)
    await tx
      .insertInto('history')
      .values({ ...entry, teamId, channelId, changes: toJson(entry.changes) })
      .execute();
}

/** In the order in which it was written. */
export async function listHistory(reader: Reader, board: Board, followUpId: string): Promise<HistoryEntry[]> {
  const rows = await reader
    .selectFrom('history')
    .select(['followUpId', 'occurrenceId', 'action', 'by', 'atMs', 'changes'])
    .where('teamId', '=', board.teamId)
    .where('channelId', '=', board.channelId)
    .where('followUpId', '=', followUpId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, changes: fromJson(row.changes) }));
}
