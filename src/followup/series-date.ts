import { addSpan } from './add-span.ts';
import type { FollowUp } from './follow-up.ts';

/**
 * The planned date of one number of a series, counted from its first date; null behind the end of the series.
 *
 * @example
 * seriesDate({ firstTargetOn: '2027-01-31', recurrence: { every: 1, unit: 'month', untilOn: null } }, 2) //=> '2027-03-31'
 */
export function seriesDate(
  { firstTargetOn, recurrence }: Pick<FollowUp, 'firstTargetOn' | 'recurrence'>,
  number: number,
): string | null {
  if (number === 0) return firstTargetOn;
  if (recurrence === null) return null;
  const on = addSpan(firstTargetOn, { amount: number * recurrence.every, unit: recurrence.unit });
  return recurrence.untilOn !== null && on > recurrence.untilOn ? null : on;
}

/**
 * All planned dates of a series up to and with a day, as calendar dates in order.
 *
 * @example
 * seriesDates({ firstTargetOn: '2027-01-31', recurrence: { every: 1, unit: 'month', untilOn: null } }, '2027-03-31')
 * //=> ['2027-01-31', '2027-02-28', '2027-03-31']
 */
export function seriesDates(
  series: Pick<FollowUp, 'firstTargetOn' | 'recurrence'>,
  throughOn: string,
): string[] {
  const dates: string[] = [];
  for (let on = seriesDate(series, 0); on !== null && on <= throughOn; ) {
    dates.push(on);
    on = seriesDate(series, dates.length);
  }
  return dates;
}
