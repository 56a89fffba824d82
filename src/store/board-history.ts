import type { Board, BoardEntry } from '../followup/follow-up.ts';
import { fromJson, toJson } from './json.ts';
import type { Reader, Tx } from './store.ts';

/** Entries are only ever added. */
export async function appendBoardHistory(
  tx: Tx,
  { teamId, channelId }: Board,
  entry: BoardEntry,
): Promise<void> {
  const { by: actor, atMs, action: what } = entry;
  tx.record({ teamId, channelId, actor, atMs, action: 'changed', what, about: [], outcome: 'kept' });
  await tx
    .insertInto('boardHistory')
    .values({ ...entry, teamId, channelId, changes: toJson(entry.changes) })
    .execute();
}

/** In the order in which it was written. */
export async function listBoardHistory(reader: Reader, { teamId, channelId }: Board): Promise<BoardEntry[]> {
  const rows = await reader
    .selectFrom('boardHistory')
    .select(['action', 'by', 'atMs', 'changes'])
    .where('teamId', '=', teamId)
    .where('channelId', '=', channelId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, changes: fromJson(row.changes) }));
}
