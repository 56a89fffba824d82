import { addSpan, daysBetween } from './add-span.ts';
import type { CalendarSpan } from './follow-up.ts';

const shortest = { day: 1, week: 7 } as const;

/**
 * The fewest days that a span can have: of a month 28, of 3 months 89.
 *
 * @example
 * shortestDays({ amount: 3, unit: 'month' }) //=> 89
 */
export function shortestDays(span: CalendarSpan): number {
  if (span.unit === 'day' || span.unit === 'week') return span.amount * shortest[span.unit];
  // The first of each month of 2025: no start of any year gives fewer days, for the next leap day is far off.
  const starts = Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}-01`);
  return Math.min(...starts.map((on) => daysBetween(on, addSpan(on, span))));
}
