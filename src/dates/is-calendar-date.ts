const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Whether a text is a date of the calendar as `2027-02-23`, from 1900 to 2199.
 *
 * @example
 * isCalendarDate('2027-02-29') //=> false
 */
export function isCalendarDate(text: string): boolean {
  const [, year, month, day] = shape.exec(text) ?? [];
  if (year === undefined || Number(year) < 1900 || Number(year) > 2199) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.toISOString().slice(0, 10) === text;
}
