import type { Selectable } from 'kysely';
import type { Board, FollowUp } from '../followup/follow-up.ts';
import { fromJson, toJson } from './json.ts';
import type { Reader, Tx } from './store.ts';
import type { Tables } from './tables.ts';
import { VersionConflict } from './version-conflict.ts';

export async function insertFollowUp(tx: Tx, followUp: FollowUp): Promise<void> {
  await tx.insertInto('followUp').values(toRow(followUp)).execute();
}

/** Writes what may change of it and gives it back with its next version; throws `VersionConflict`. */
export async function saveFollowUp(tx: Tx, followUp: FollowUp): Promise<FollowUp> {
  const { teamId, channelId, id, createdBy, createdAtMs, version, ...changing } = toRow(followUp);
  const { numUpdatedRows } = await tx
    .updateTable('followUp')
    .set({ ...changing, version: version + 1 })
    .where('teamId', '=', teamId)
    .where('channelId', '=', channelId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new VersionConflict(id, version);
  return { ...followUp, version: version + 1 };
}

export async function findFollowUp(reader: Reader, board: Board, id: string): Promise<FollowUp | undefined> {
  const row = await ofBoard(reader, board).where('id', '=', id).executeTakeFirst();
  return row && toFollowUp(row);
}

export async function listFollowUps(reader: Reader, board: Board): Promise<FollowUp[]> {
  const rows = await ofBoard(reader, board)
    .orderBy('caseCode')
    .orderBy('createdAtMs')
    .orderBy('id')
    .execute();
  return rows.map(toFollowUp);
}

export async function listFollowUpsOfCase(
  reader: Reader,
  board: Board,
  caseCode: string,
): Promise<FollowUp[]> {
  const rows = await ofBoard(reader, board)
    .where('caseCode', '=', caseCode)
    .orderBy('createdAtMs')
    .orderBy('id')
    .execute();
  return rows.map(toFollowUp);
}

const ofBoard = (reader: Reader, { teamId, channelId }: Board) =>
  reader.selectFrom('followUp').selectAll().where('teamId', '=', teamId).where('channelId', '=', channelId);

function toRow({ board, ...followUp }: FollowUp): Selectable<Tables['followUp']> {
  return {
    ...followUp,
    teamId: board.teamId,
    channelId: board.channelId,
    anchor: toJson(followUp.anchor),
    recurrence: toJson(followUp.recurrence),
  };
}

function toFollowUp({ teamId, channelId, ...row }: Selectable<Tables['followUp']>): FollowUp {
  return {
    ...row,
    board: { teamId, channelId },
    anchor: fromJson(row.anchor),
    recurrence: fromJson(row.recurrence),
  };
}
