import type { Selectable } from 'kysely';
import type { Board, Occurrence } from '../followup/follow-up.ts';
import { fromJson, toJson } from './json.ts';
import { saveVersion } from './save-version.ts';
import { placeIn } from './sealing/sealed-place.ts';
import type { Engine, Reader, Tx } from './store.ts';
import type { Tables } from './tables.ts';

/** Of follow-ups of this board; the database refuses one of another. */
export async function insertOccurrences(
  tx: Tx,
  board: Board,
  occurrences: readonly Occurrence[],
): Promise<void> {
  for (const occurrence of occurrences)
    await tx
      .insertInto('occurrence')
      .values(toRow(tx, board, occurrence))
      .execute();
}

/** Of a follow-up's dates those that are not there yet, and gives these back: two acts may bring the same ones. */
export async function addOccurrences(
  tx: Tx,
  board: Board,
  occurrences: readonly Occurrence[],
): Promise<Occurrence[]> {
  const added: Occurrence[] = [];
  for (const occurrence of occurrences) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('occurrence')
      .values(toRow(tx, board, occurrence))
      .onConflict((conflict) => conflict.columns(['teamId', 'channelId', 'followUpId', 'number']).doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 1n) added.push(occurrence);
  }
  return added;
}

/** Writes what may change of it and gives it back with its next version; throws `VersionConflict`. */
export async function saveOccurrence(tx: Tx, board: Board, occurrence: Occurrence): Promise<Occurrence> {
  const { followUpId: _of, number: _nth, ...row } = toRow(tx, board, occurrence);
  return { ...occurrence, version: await saveVersion(tx, 'occurrence', row) };
}

export async function findOccurrence(
  reader: Reader,
  board: Board,
  id: string,
): Promise<Occurrence | undefined> {
  const row = await ofBoard(reader, board).where('id', '=', id).executeTakeFirst();
  return row && toOccurrence(reader, row);
}

/** In the order of the series. */
export async function listOccurrences(
  reader: Reader,
  board: Board,
  followUpId: string,
): Promise<Occurrence[]> {
  const rows = await ofBoard(reader, board).where('followUpId', '=', followUpId).orderBy('number').execute();
  return rows.map((row) => toOccurrence(reader, row));
}

/** Until the transaction ends nobody else changes a date of these follow-ups. SQLite has one writer at a time as it is. */
export async function holdOccurrences(
  tx: Tx,
  engine: Engine,
  board: Board,
  followUpIds: readonly string[],
): Promise<void> {
  if (engine === 'sqlite' || followUpIds.length === 0) return;
  const held = ofBoard(tx, board).where('followUpId', 'in', followUpIds).orderBy('id');
  await held.clearSelect().select('id').forUpdate().execute();
}

/** What nobody has closed, by target date. */
export async function listOpenOccurrences(reader: Reader, board: Board): Promise<Occurrence[]> {
  const rows = await ofBoard(reader, board)
    .where('closing', 'is', null)
    .orderBy('targetOn')
    .orderBy('id')
    .execute();
  return rows.map((row) => toOccurrence(reader, row));
}

const ofBoard = (reader: Reader, { teamId, channelId }: Board) =>
  reader.selectFrom('occurrence').selectAll().where('teamId', '=', teamId).where('channelId', '=', channelId);

function toRow(
  { sealing }: Tx,
  { teamId, channelId }: Board,
  occurrence: Occurrence,
): Selectable<Tables['occurrence']> {
  const row = { ...occurrence, teamId, channelId };
  const { reportReference, closing } = occurrence;
  const seal = (column: string, text: string | null) =>
    text && sealing.seal(placeIn('occurrence', column, row), text);
  return {
    ...row,
    fromAnchor: toJson(occurrence.fromAnchor),
    attempts: toJson(occurrence.attempts),
    reportReference: seal('reportReference', reportReference),
    closing: seal('closing', toJson(closing)),
  };
}

export function toOccurrence({ sealing }: Reader, row: Selectable<Tables['occurrence']>): Occurrence {
  const { teamId, channelId, ...occurrence } = row;
  const open = (column: string, sealed: string | null) =>
    sealed && sealing.open(placeIn('occurrence', column, row), sealed);
  return {
    ...occurrence,
    fromAnchor: fromJson(row.fromAnchor),
    attempts: fromJson(row.attempts),
    reportReference: open('reportReference', row.reportReference),
    closing: fromJson(open('closing', row.closing)),
  };
}
