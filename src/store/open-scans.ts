import type { Selectable } from 'kysely';
import type { Board } from '../followup/follow-up.ts';
import type { Scan } from '../followup/follow-up-records.ts';
import { isLate } from '../followup/scans-to-show.ts';
import { toFollowUp } from './follow-ups.ts';
import { fromJson } from './json.ts';
import { toOccurrence } from './occurrences.ts';
import type { Reader } from './store.ts';
import type { Tables } from './tables.ts';

/** What nobody has closed and this person owns or backs up, on every board of the workspace, by target date. */
export async function listOpenOfPerson(reader: Reader, teamId: string, userId: string): Promise<Scan[]> {
  const of = (role: 'ownerId' | 'backupId') =>
    reader.selectFrom('followUp').selectAll().where('teamId', '=', teamId).where(role, '=', userId);
  // Two plain reads, since with "or" and with "union" SQLite uses neither index; nobody backs up what they own.
  const rows = [...(await of('ownerId').execute()), ...(await of('backupId').execute())];
  const boards = Map.groupBy(rows, ({ channelId }) => channelId);
  const scans = await Promise.all(
    [...boards].map(([channelId, followUps]) => openDatesOf(reader, { teamId, channelId }, followUps)),
  );
  return scans.flat().sort(byTargetDate);
}

/** Of one board what is late on a calendar date, by target date. Reads no date that cannot be. */
export async function listLate(reader: Reader, board: Board, todayOn: string): Promise<Scan[]> {
  const dates = await openOf(reader, board)
    .where(({ or, eb }) => or([eb('targetOn', '<', todayOn), eb('appointmentOn', 'is not', null)]))
    .execute();
  const late = dates.map((row) => toOccurrence(reader, row)).filter((one) => isLate(one, todayOn));
  const followUps = await reader
    .selectFrom('followUp')
    .selectAll()
    .where('teamId', '=', board.teamId)
    .where('channelId', '=', board.channelId)
    .execute();
  const wanted = new Set(late.map(({ followUpId }) => followUpId));
  const byId = new Map(
    followUps.filter(({ id }) => wanted.has(id)).map((row) => [row.id, toFollowUp(reader, row)]),
  );
  return late
    .flatMap((occurrence) => {
      const followUp = byId.get(occurrence.followUpId);
      return followUp ? [{ followUp, occurrence }] : [];
    })
    .sort(byTargetDate);
}

/** Boards of the workspace whose lead this person is. */
export async function listBoardsLedBy(reader: Reader, teamId: string, userId: string): Promise<Board[]> {
  const rows = await reader
    .selectFrom('boardSettings')
    .select(['channelId', 'settings'])
    .where('teamId', '=', teamId)
    .orderBy('channelId')
    .execute();
  return rows
    .filter(({ settings }) => fromJson<{ boardLeadId: string | null }>(settings).boardLeadId === userId)
    .map(({ channelId }) => ({ teamId, channelId }));
}

const openOf = (reader: Reader, { teamId, channelId }: Board) =>
  reader
    .selectFrom('occurrence')
    .selectAll()
    .where('teamId', '=', teamId)
    .where('channelId', '=', channelId)
    .where('closing', 'is', null);

/** PostgreSQL takes 65,535 values in one statement. */
const batchSize = 1_000;

async function openDatesOf(
  reader: Reader,
  board: Board,
  followUps: readonly Selectable<Tables['followUp']>[],
): Promise<Scan[]> {
  const scans: Scan[] = [];
  for (let start = 0; start < followUps.length; start += batchSize) {
    const batch = new Map(
      followUps.slice(start, start + batchSize).map((row) => [row.id, toFollowUp(reader, row)]),
    );
    const dates = await openOf(reader, board)
      .where('followUpId', 'in', [...batch.keys()])
      .execute();
    for (const row of dates) {
      const followUp = batch.get(row.followUpId);
      if (followUp) scans.push({ followUp, occurrence: toOccurrence(reader, row) });
    }
  }
  return scans;
}

function byTargetDate({ occurrence: a }: Scan, { occurrence: b }: Scan): number {
  return a.targetOn === b.targetOn ? (a.id < b.id ? -1 : 1) : a.targetOn < b.targetOn ? -1 : 1;
}
