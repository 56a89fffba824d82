import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { addWeeks } from 'date-fns/addWeeks';
import { addYears } from 'date-fns/addYears';
import type { CalendarSpan, CalendarUnit } from './follow-up.ts';

const adders: Record<CalendarUnit, (date: TZDate, amount: number) => TZDate> = {
  day: addDays,
  week: addWeeks,
  month: addMonths,
  year: addYears,
};

/**
 * A calendar date plus calendar time; a day that the month lacks becomes the month's last.
 * Count each date of a series from its first one: the 28th reached in February must not stay.
 *
 * @example
 * addSpan('2027-01-31', { amount: 1, unit: 'month' }) //=> '2027-02-28'
 */
export function addSpan(on: string, { amount, unit }: CalendarSpan): string {
  // In UTC no day is missing and none is double, wherever this runs.
  return adders[unit](new TZDate(`${on}T00:00:00Z`, 'UTC'), amount)
    .toISOString()
    .slice(0, 10);
}

/**
 * Whole days from one calendar date to another; negative when the second is earlier.
 *
 * @example
 * daysBetween('2027-02-23', '2027-03-09') //=> 14
 */
export function daysBetween(fromOn: string, toOn: string): number {
  return Math.round((Date.parse(`${toOn}T00:00:00Z`) - Date.parse(`${fromOn}T00:00:00Z`)) / 86_400_000);
}
