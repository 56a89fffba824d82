import { UserError } from '../errors.ts';

/**
 * A time of day as `09:00`, from `9`, `9:00`, `09.00` or `9 am`. Throws a `UserError` that does not repeat the text.
 *
 * @example
 * readTimeOfDay('9 pm') //=> '21:00'
 */
export function readTimeOfDay(text: string): string {
  const [, hour = '', minute = '00', half] =
    /^(\d{1,2})(?:[:.h](\d{2}))? ?(am|pm)?$/.exec(text.trim().toLowerCase()) ?? [];
  const asked = Number(hour);
  const hours = half === undefined ? asked : (asked % 12) + (half === 'pm' ? 12 : 0);
  const possible =
    hour !== '' && hours <= 23 && Number(minute) <= 59 && (half === undefined || (asked >= 1 && asked <= 12));
  if (possible) return `${String(hours).padStart(2, '0')}:${minute}`;
  throw new UserError('I cannot read this time of day. Write it as `09:00`.');
}
