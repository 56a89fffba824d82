import { addDaysTo } from '../../dates/add-days.ts';
import { isCalendarDate } from '../../dates/is-calendar-date.ts';
import { UserError } from '../../errors.ts';

const shape = /^(?:since\s+)?(\d{4}-\d{2}-\d{2})$/i;
const daysShape = /^(?:since\s+)?(\d{1,4})\s+days?$/i;
const usualDays = 90;

/**
 * The day from which changes are asked for: a date, a number of days before today, or 90 when nothing is said.
 * Dates as 2026-11-23. Throws a `UserError` for anything else, and for a date that lies ahead.
 *
 * @example
 * parseChangesSince('since 2026-10-01', '2026-11-23') //=> '2026-10-01'
 */
export function parseChangesSince(text: string, today: string): string {
  const written = text.trim();
  if (written === '') return addDaysTo(today, -usualDays);
  const days = daysShape.exec(written)?.[1];
  if (days !== undefined) return addDaysTo(today, -Number(days));
  const on = shape.exec(written)?.[1];
  if (on === undefined || !isCalendarDate(on))
    throw new UserError(
      'I cannot read since when. Write year, month and day, as `/imt changes since 2026-10-01`, or a number of days, as `/imt changes 30 days`.',
    );
  if (on > today)
    throw new UserError('That day lies ahead. Write one that is past, as `/imt changes since 2026-10-01`.');
  return on;
}
