import type { Selectable } from 'kysely';
import type { Board, Occurrence } from '../followup/follow-up.ts';
import { fromJson, toJson } from './json.ts';
import type { Reader, Tx } from './store.ts';
import type { Tables } from './tables.ts';
import { VersionConflict } from './version-conflict.ts';

/** Of follow-ups of this board; the database refuses one of another. */
export async function insertOccurrences(
  tx: Tx,
  board: Board,
  occurrences: readonly Occurrence[],
): Promise<void> {
  for (const occurrence of occurrences)
    await tx.insertInto('occurrence').values(toRow(board, occurrence)).execute();
}

/** Writes what may change of it and gives it back with its next version; throws `VersionConflict`. */
export async function saveOccurrence(tx: Tx, board: Board, occurrence: Occurrence): Promise<Occurrence> {
  const { teamId, channelId, id, followUpId, number, version, ...changing } = toRow(board, occurrence);
  const { numUpdatedRows } = await tx
    .updateTable('occurrence')
    .set({ ...changing, version: version + 1 })
    .where('teamId', '=', teamId)
    .where('channelId', '=', channelId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new VersionConflict(id, version);
  return { ...occurrence, version: version + 1 };
}

export async function findOccurrence(
  reader: Reader,
  board: Board,
  id: string,
): Promise<Occurrence | undefined> {
  const row = await ofBoard(reader, board).where('id', '=', id).executeTakeFirst();
  return row && toOccurrence(row);
}

/** In the order of the series. */
export async function listOccurrences(
  reader: Reader,
  board: Board,
  followUpId: string,
): Promise<Occurrence[]> {
  const rows = await ofBoard(reader, board).where('followUpId', '=', followUpId).orderBy('number').execute();
  return rows.map(toOccurrence);
}

/** What nobody has closed, by target date. */
export async function listOpenOccurrences(reader: Reader, board: Board): Promise<Occurrence[]> {
  const rows = await ofBoard(reader, board)
    .where('closing', 'is', null)
    .orderBy('targetOn')
    .orderBy('id')
    .execute();
  return rows.map(toOccurrence);
}

const ofBoard = (reader: Reader, { teamId, channelId }: Board) =>
  reader.selectFrom('occurrence').selectAll().where('teamId', '=', teamId).where('channelId', '=', channelId);

function toRow({ teamId, channelId }: Board, occurrence: Occurrence): Selectable<Tables['occurrence']> {
  return {
    ...occurrence,
    teamId,
    channelId,
    fromAnchor: toJson(occurrence.fromAnchor),
    attempts: toJson(occurrence.attempts),
    closing: toJson(occurrence.closing),
  };
}

function toOccurrence({ teamId, channelId, ...row }: Selectable<Tables['occurrence']>): Occurrence {
  return {
    ...row,
    fromAnchor: fromJson(row.fromAnchor),
    attempts: fromJson(row.attempts),
    closing: fromJson(row.closing),
  };
}
