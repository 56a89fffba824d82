import type { Act } from './act.ts';
import { addSpan } from './add-span.ts';
import { occurrenceOfSeries } from './create-follow-up.ts';
import type { FollowUp, Occurrence } from './follow-up.ts';

/** How far ahead the dates of a series are made. */
const ahead = { amount: 24, unit: 'month' } as const;

/**
 * The dates of a series that are not made yet, up to 24 months from today and always the first; none for a plan
 * from a template, which does not recur: its dates are all there. Whoever changes a series, or looks after it daily, adds them.
 *
 * @example
 * seriesAhead(followUp, [], () => 'o1', act).map(({ targetOn }) => targetOn) //=> ['2027-02-23', '2027-05-23', …]
 */
export function seriesAhead(
  followUp: FollowUp,
  made: readonly Pick<Occurrence, 'number'>[],
  newId: () => string,
  act: Act,
): Occurrence[] {
  const horizonOn = addSpan(act.todayOn, ahead);
  const added: Occurrence[] = [];
  for (let number = made.reduce((next, one) => Math.max(next, one.number + 1), 0); ; number += 1) {
    const occurrence = occurrenceOfSeries(followUp, number, newId(), act);
    if (occurrence === null || (number > 0 && occurrence.targetOn > horizonOn)) return added;
    added.push(occurrence);
  }
}
