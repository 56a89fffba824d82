/**
 * A number of days as people write it.
 *
 * @example
 * daysText(1) //=> '1 day'
 */
export function daysText(days: number): string {
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}
