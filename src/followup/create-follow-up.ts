import { type Act, fieldChanges } from './act.ts';
import type { FollowUpDraft } from './checked-draft.ts';
import type { Board, FollowUp, HistoryEntry, Occurrence } from './follow-up.ts';
import { shortestDays } from './interval-days.ts';
import { seriesDate } from './series-date.ts';

/**
 * The record of a checked draft, without its occurrences, and the first entry of its history.
 *
 * @example
 * createFollowUp(draft, { id: 'f1', board: { teamId: 'T1', channelId: 'C1' } }, act).followUp.version //=> 1
 */
export function createFollowUp(
  { targetOn, ...draft }: FollowUpDraft,
  { id, board }: { id: string; board: Board },
  act: Act,
): { followUp: FollowUp; entry: HistoryEntry } {
  const followUp: FollowUp = {
    ...{ id, board, ...draft, firstTargetOn: targetOn },
    ...{ anchor: null, templateId: null, createdBy: act.by, createdAtMs: act.atMs, version: 1 },
  };
  const changes = fieldChanges({} as FollowUp, followUp).filter(
    ({ field }) => field in draft || field === 'firstTargetOn',
  );
  return { followUp, entry: createdEntry(id, act, changes) };
}

/**
 * One date of a series as a new occurrence; null behind the end of the series. Every date up to a horizon may be
 * made at once: an open date never waits for the one before it.
 *
 * @example
 * occurrenceOfSeries(followUp, 1, 'o2', act)?.targetOn //=> '2027-05-23', of 3 months from 2027-02-23
 */
export function occurrenceOfSeries(
  followUp: FollowUp,
  number: number,
  id: string,
  act: Act,
): Occurrence | null {
  const on = seriesDate(followUp, number);
  if (on === null) return null;
  const { recurrence } = followUp;
  const interval = recurrence && { amount: recurrence.every, unit: recurrence.unit };
  const { windowDays } = followUp;
  const intervalDays = interval && shortestDays(interval);
  return newOccurrence({ id, followUpId: followUp.id, number, on, windowDays, intervalDays }, act);
}

interface NewDate {
  id: string;
  followUpId: string;
  number: number;
  on: string;
  windowDays: number;
  intervalDays: number | null;
}

/**
 * An open occurrence of which nothing is known but its date.
 *
 * @example
 * newOccurrence({ id: 'o1', followUpId: 'f1', number: 0, on: '2027-02-23', windowDays: 14, intervalDays: null }, act)
 *   .closing //=> null
 */
export function newOccurrence({ on, ...rest }: NewDate, { atMs }: Pick<Act, 'atMs'>): Occurrence {
  return {
    ...rest,
    ...{ plannedOn: on, targetOn: on, fromAnchor: null },
    ...{ appointmentOn: null, examOn: null, reportReference: null, reviewedBy: null },
    ...{ snoozedUntilOn: null, snoozedAtMs: null, attempts: [], closing: null },
    ...{ round: 0, roundStartedAtMs: atMs, version: 1 },
  };
}

function createdEntry(followUpId: string, act: Act, changes: HistoryEntry['changes']): HistoryEntry {
  return { followUpId, occurrenceId: null, action: 'created', by: act.by, atMs: act.atMs, changes };
}
