import { defaultBoardSettings } from '../followup/board-settings.ts';
import type { Board, BoardSettings } from '../followup/follow-up.ts';
import { fromJson } from './json.ts';
import type { Reader, Tx } from './store.ts';
import { VersionConflict } from './version-conflict.ts';

export async function findBoardSettings(reader: Reader, board: Board): Promise<BoardSettings | undefined> {
  const row = await reader
    .selectFrom('boardSettings')
    .select(['settings', 'version'])
    .where('teamId', '=', board.teamId)
    .where('channelId', '=', board.channelId)
    .executeTakeFirst();
  const { teamId, channelId } = board;
  return (
    row && { ...fromJson<BoardSettings>(row.settings), board: { teamId, channelId }, version: row.version }
  );
}

/** What holds for a board; `timeZone` is that of boards which have not set theirs. */
export async function boardSettingsOf(
  reader: Reader,
  board: Board,
  timeZone: string,
): Promise<BoardSettings> {
  return (await findBoardSettings(reader, board)) ?? defaultBoardSettings(board, timeZone);
}

/** Keeps them for the first time when nobody has yet; otherwise replaces the version that was read. */
export async function saveBoardSettings(tx: Tx, settings: BoardSettings): Promise<BoardSettings> {
  const { board, version, ...rest } = settings;
  const next = { settings: JSON.stringify(rest), version: version + 1 };
  const updated = await tx
    .updateTable('boardSettings')
    .set(next)
    .where('teamId', '=', board.teamId)
    .where('channelId', '=', board.channelId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  if (updated.numUpdatedRows !== 1n) await insert(tx, board, next, version);
  return { ...settings, version: next.version };
}

async function insert(
  tx: Tx,
  { teamId, channelId }: Board,
  next: { settings: string; version: number },
  versionRead: number,
): Promise<void> {
  const inserted = await tx
    .insertInto('boardSettings')
    .values({ teamId, channelId, ...next })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (inserted.numInsertedOrUpdatedRows !== 1n) throw new VersionConflict(channelId, versionRead);
}
