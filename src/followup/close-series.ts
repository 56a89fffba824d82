import { UserError } from '../errors.ts';
import { type Act, type ChangedOccurrence, changedOccurrence, fieldChanges } from './act.ts';
import type { Closing, FollowUp, HistoryEntry, Occurrence } from './follow-up.ts';

/** A follow-up of which nothing is open any more, and to which no date is added. */
export interface ClosedSeries {
  /** Null when the series had an end that is reached already, or was none. */
  ended: { followUp: FollowUp; entry: HistoryEntry } | null;
  changed: ChangedOccurrence[];
}

/**
 * Closes every open date of a follow-up as one of them was closed, and ends its series. Throws a `UserError` for a
 * scan that was done: each date has a proof of its own.
 *
 * @example
 * closeSeries(followUp, occurrences, closeAs(occurrence, facts, settings, act), act).changed.length //=> 8
 */
export function closeSeries(
  followUp: FollowUp,
  occurrences: readonly Occurrence[],
  first: ChangedOccurrence,
  act: Act,
): ClosedSeries {
  const { closing } = first.occurrence;
  if (closing === null || closing.state.startsWith('completed'))
    throw new UserError('A scan that was done closes one date, each with its own proof. Leave `all` out.');
  const others = occurrences
    .filter((one) => one.closing === null && one.id !== first.occurrence.id)
    .map((one) => changedOccurrence(one, { closing }, closing.state, act));
  return { ended: endedSeries(followUp, occurrences, act), changed: [first, ...others] };
}

function endedSeries(
  followUp: FollowUp,
  occurrences: readonly Occurrence[],
  act: Act,
): ClosedSeries['ended'] {
  const { recurrence } = followUp;
  if (recurrence === null) return null;
  const untilOn = occurrences.reduce(
    (last, { plannedOn }) => (plannedOn > last ? plannedOn : last),
    followUp.firstTargetOn,
  );
  if (recurrence.untilOn !== null && recurrence.untilOn <= untilOn) return null;
  return withRecurrence(followUp, { ...recurrence, untilOn }, 'series-ended', act);
}

/**
 * The follow-up with the end of its series as it was before a closing ended it; null when that closing did not.
 *
 * @example
 * resumeSeries(endedFollowUp, history, closing, act)?.followUp.recurrence //=> { every: 3, unit: 'month', untilOn: null }
 */
export function resumeSeries(
  followUp: FollowUp,
  history: readonly HistoryEntry[],
  { by, atMs }: Closing,
  act: Act,
): ClosedSeries['ended'] {
  const entry = history.find((one) => one.action === 'series-ended' && one.by === by && one.atMs === atMs);
  const before = entry?.changes.find(({ field }) => field === 'recurrence')?.from;
  if (typeof before !== 'string') return null;
  return withRecurrence(followUp, JSON.parse(before), 'series-resumed', act);
}

function withRecurrence(
  before: FollowUp,
  recurrence: FollowUp['recurrence'],
  action: string,
  { by, atMs }: Act,
): NonNullable<ClosedSeries['ended']> {
  const followUp = { ...before, recurrence };
  const changes = fieldChanges(before, followUp);
  return { followUp, entry: { followUpId: before.id, occurrenceId: null, action, by, atMs, changes } };
}

/**
 * Whether a date was closed in the same act as another: who opens the one again means them all. What was done is closed
 * one by one.
 *
 * @example
 * occurrences.filter((one) => isClosedBy(one, closing)).length //=> 8, of a case that was closed as deceased
 */
export function isClosedBy({ closing }: Occurrence, { by, atMs, state }: Closing): boolean {
  if (closing === null || state.startsWith('completed')) return false;
  return closing.by === by && closing.atMs === atMs && closing.state === state;
}
