import { addDaysTo } from '../dates/add-days.ts';
import { UserError } from '../errors.ts';
import { type Act, type ChangedOccurrence, changedOccurrence, fieldChanges } from './act.ts';
import { addSpan, daysBetween } from './add-span.ts';
import { checkedDate } from './calendar-date.ts';
import type { FollowUp, HistoryEntry, Occurrence } from './follow-up.ts';
import { appointmentIn, newRound } from './reschedule.ts';
import { seriesDate } from './series-date.ts';

interface MovedDate {
  number: number;
  from: string;
  to: string;
  /** The appointment that lies outside the new window and so is taken off; absent while there is none. */
  unbookedOn?: string;
}

export interface MovedAnchor {
  followUp: FollowUp;
  entry: HistoryEntry;
  /** Only those whose facts changed. */
  changed: ChangedOccurrence[];
  /** For the person: each open date with what became of it, in the order of the plan; month ends may stay. */
  moved: MovedDate[];
  /** Open dates that a person had set by hand, and dates that are closed: they stay. */
  kept: { number: number; on: string; why: 'set by hand' | 'closed' }[];
}

/**
 * Moves the day from which a plan counts, and with it every open date that nobody set by hand. Distances from a
 * template are counted anew in calendar time; of a series the first date moves by as many days as the anchor, and the
 * others count from it. An appointment outside the new window goes.
 * Throws a `UserError` when there is no anchor or it stands there already.
 *
 * @example
 * moveAnchor(followUp, occurrences, '2027-01-10', act).moved //=> [{ number: 1, from: '2027-04-01', to: '2027-04-10' }]
 */
export function moveAnchor(
  followUp: FollowUp,
  occurrences: readonly Occurrence[],
  anchorOn: string,
  act: Act,
): MovedAnchor {
  const { anchor } = followUp;
  if (anchor === null) {
    throw new UserError(
      'This follow-up counts from no set day that could be moved. Move single dates with `reschedule`.',
    );
  }
  checkedDate(anchorOn, 'the day from which it counts');
  if (anchorOn === anchor.on) throw new UserError(`It counts from ${anchorOn} already. Write another date.`);
  const firstTargetOn = addDaysTo(followUp.firstTargetOn, daysBetween(anchor.on, anchorOn));
  const moved: FollowUp = { ...followUp, anchor: { ...anchor, on: anchorOn }, firstTargetOn };
  const result: MovedAnchor = {
    followUp: moved,
    entry: {
      ...{ followUpId: followUp.id, occurrenceId: null, action: 'anchor-moved' },
      ...{ by: act.by, atMs: act.atMs, changes: fieldChanges(followUp, moved) },
    },
    ...{ changed: [], moved: [], kept: [] },
  };
  for (const occurrence of [...occurrences].sort((a, b) => a.number - b.number)) {
    const { number, targetOn: on, plannedOn: oldOn } = occurrence;
    if (occurrence.closing !== null) {
      result.kept.push({ number, on, why: 'closed' });
      continue;
    }
    const plannedOn = replanned(occurrence, moved, daysBetween(anchor.on, anchorOn));
    if (plannedOn === oldOn) continue;
    if (on !== oldOn) {
      result.kept.push({ number, on, why: 'set by hand' });
      result.changed.push(changedOccurrence(occurrence, { plannedOn }, 'anchor-moved', act));
      continue;
    }
    const appointmentOn = appointmentIn(occurrence, plannedOn);
    const facts = { plannedOn, targetOn: plannedOn, appointmentOn, ...newRound(occurrence, act) };
    result.changed.push(changedOccurrence(occurrence, facts, 'anchor-moved', act));
    const unbooked = appointmentOn === null ? occurrence.appointmentOn : null;
    result.moved.push({
      ...{ number, from: on, to: plannedOn },
      ...(unbooked === null ? {} : { unbookedOn: unbooked }),
    });
  }
  return result;
}

function replanned(occurrence: Occurrence, moved: FollowUp, byDays: number): string {
  const { fromAnchor, number, plannedOn } = occurrence;
  if (fromAnchor !== null && moved.anchor !== null) return addSpan(moved.anchor.on, fromAnchor);
  // A date of a series that would now lie behind its end is kept open: an end date must lose no scan.
  return seriesDate(moved, number) ?? addDaysTo(plannedOn, byDays);
}
