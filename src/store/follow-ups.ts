import type { Selectable } from 'kysely';
import type { Board, FollowUp } from '../followup/follow-up.ts';
import { fromJson, toJson } from './json.ts';
import { saveVersion } from './save-version.ts';
import { refuseUnreadKeys, unreadKeyIds } from './sealing/refuse-unread-keys.ts';
import { caseCodeScope, placeIn } from './sealing/sealed-place.ts';
import type { Engine, Reader, Tx } from './store.ts';
import type { Tables } from './tables.ts';

export async function insertFollowUp(tx: Tx, followUp: FollowUp): Promise<void> {
  await tx.insertInto('followUp').values(toRow(tx, followUp)).execute();
}

/** Writes what may change of it and gives it back with its next version; throws `VersionConflict`. */
export async function saveFollowUp(tx: Tx, followUp: FollowUp): Promise<FollowUp> {
  const { createdBy: _by, createdAtMs: _at, ...row } = toRow(tx, followUp);
  return { ...followUp, version: await saveVersion(tx, 'followUp', row) };
}

export async function findFollowUp(reader: Reader, board: Board, id: string): Promise<FollowUp | undefined> {
  const row = await ofBoard(reader, board).where('id', '=', id).executeTakeFirst();
  return row && toFollowUp(reader, row);
}

export async function listFollowUps(reader: Reader, board: Board): Promise<FollowUp[]> {
  const rows = await ofBoard(reader, board).orderBy('createdAtMs').orderBy('id').execute();
  // By what is sealed, so no database can sort by it.
  return rows.map((row) => toFollowUp(reader, row)).sort(byCaseCode);
}

/** Throws `UnreadKeys` when some could stand there under the hash of a key that this process does not have. */
export async function listFollowUpsOfCase(
  reader: Reader,
  board: Board,
  caseCode: string,
): Promise<FollowUp[]> {
  const rows = await ofBoard(reader, board)
    .select(unreadKeyIds(reader).limit(1).as('unreadKeyId'))
    .where('caseCodeIndex', 'in', reader.sealing.indexes(caseCodeScope(board), caseCode))
    .orderBy('createdAtMs')
    .orderBy('id')
    .execute();
  if (rows.every(({ unreadKeyId }) => unreadKeyId !== null)) await refuseUnreadKeys(reader);
  return rows.map(({ unreadKeyId: _, ...row }) => toFollowUp(reader, row));
}

/**
 * Until the transaction ends nobody else adds dates to these follow-ups: who adds or ends takes hold before it reads
 * what there is. SQLite has one writer at a time as it is.
 */
export async function holdFollowUps(
  tx: Tx,
  engine: Engine,
  board: Board,
  ids: readonly string[],
): Promise<void> {
  if (engine === 'sqlite' || ids.length === 0) return;
  const held = ofBoard(tx, board).where('id', 'in', ids).orderBy('id');
  await held.clearSelect().select('id').forUpdate().execute();
}

const ofBoard = (reader: Reader, { teamId, channelId }: Board) =>
  reader.selectFrom('followUp').selectAll().where('teamId', '=', teamId).where('channelId', '=', channelId);

const byCaseCode = (a: FollowUp, b: FollowUp) =>
  a.caseCode < b.caseCode ? -1 : a.caseCode > b.caseCode ? 1 : 0;

function toRow({ sealing }: Tx, { board, ...followUp }: FollowUp): Selectable<Tables['followUp']> {
  const row = { ...followUp, teamId: board.teamId, channelId: board.channelId };
  const { caseCode, anchor, recurrence } = followUp;
  return {
    ...row,
    caseCode: sealing.seal(placeIn('followUp', 'caseCode', row), caseCode),
    caseCodeIndex: sealing.index(caseCodeScope(board), caseCode),
    anchor: anchor && sealing.seal(placeIn('followUp', 'anchor', row), toJson(anchor)),
    recurrence: toJson(recurrence),
  };
}

export function toFollowUp({ sealing }: Reader, row: Selectable<Tables['followUp']>): FollowUp {
  const { teamId, channelId, caseCodeIndex, ...followUp } = row;
  const anchor = row.anchor && sealing.open(placeIn('followUp', 'anchor', row), row.anchor);
  return {
    ...followUp,
    board: { teamId, channelId },
    caseCode: sealing.open(placeIn('followUp', 'caseCode', row), row.caseCode),
    anchor: fromJson(anchor),
    recurrence: fromJson(row.recurrence),
  };
}
