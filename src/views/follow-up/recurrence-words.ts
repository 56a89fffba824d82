import { calendarDay } from '../../dates/calendar-day.ts';
import type { Recurrence } from '../../followup/follow-up.ts';

/** As `every 3 months until 23 February 2032`. */
export function recurrenceWords({ every, unit, untilOn }: Recurrence): string {
  const interval = every === 1 ? unit : `${every} ${unit}s`;
  return `every ${interval}${untilOn === null ? '' : ` until ${calendarDay(untilOn)}`}`;
}
