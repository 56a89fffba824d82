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
  const months = span.amount * (span.unit === 'year' ? 12 : 1);
  // Up to a year a common year has the shortest; over years it is where leap days are fewest, around 2100 too.
  const years = months <= 12 ? [2025] : [2024, 2025, 2026, 2027, 2096, 2097, 2098, 2099, 2100];
  const starts = years.flatMap((year) =>
    Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}-01`),
  );
  return Math.min(...starts.map((on) => daysBetween(on, addSpan(on, span))));
}
