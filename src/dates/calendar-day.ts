const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * A calendar date (as 2027-02-23) as it is read aloud.
 *
 * @example
 * calendarDay('2027-02-23') //=> '23 February 2027'
 */
export function calendarDay(on: string): string {
  return format.format(Date.parse(on));
}
