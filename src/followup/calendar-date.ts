import { isCalendarDate } from '../dates/is-calendar-date.ts';
import { UserError } from '../errors.ts';
import { wallClock } from './wall-clock.ts';

/**
 * Returns the date as given, or throws a `UserError` that names the field and does not repeat the text; a day that no
 * calendar has, as 29 February of most years, is called so.
 *
 * @example
 * checkedDate('2027-02-23', 'the due date') //=> '2027-02-23'
 */
export function checkedDate(text: string, field: string): string {
  if (isCalendarDate(text)) return text;
  if (/^(?:19|2[01])\d{2}-\d{2}-\d{2}$/.test(text)) {
    const named = `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
    throw new UserError(
      `${named} is a day that does not exist. Write one of the calendar, as \`2027-02-23\`.`,
    );
  }
  throw new UserError(`I cannot read ${field} as a date. Write year, month and day, as \`2027-02-23\`.`);
}

/**
 * The calendar date at an instant (epoch milliseconds) in an IANA zone. Throws a `RangeError` for an unknown zone.
 *
 * @example
 * dateInZone(Date.UTC(2027, 1, 23, 23), 'Pacific/Auckland') //=> '2027-02-24'
 */
export function dateInZone(atMs: number, timeZone: string): string {
  return wallClock(atMs, timeZone).slice(0, 10);
}

/**
 * The ISO weekday of a calendar date, 1 Monday to 7 Sunday.
 *
 * @example
 * weekdayOf('2027-02-23') //=> 2
 */
export function weekdayOf(on: string): number {
  return new Date(`${on}T00:00:00Z`).getUTCDay() || 7;
}
