import { calendarDay } from '../../dates/calendar-day.ts';
import type { MovedAnchor } from '../../followup/move-anchor.ts';

/** Some 60 characters each, of the 13,000 that a message holds. */
const mostLines = 100;

/** Which dates moved with their anchor, and which stayed and why: one line each. */
export function movedDates({ moved, kept }: Pick<MovedAnchor, 'moved' | 'kept'>): string[] {
  const lines = [
    ...moved.map(
      ({ number, from, to, unbookedOn }) =>
        `• date ${number + 1}: ${calendarDay(from)} → ${calendarDay(to)}${unbookedOn === undefined ? '' : `; its appointment of ${calendarDay(unbookedOn)} lies outside the new window and is taken off`}`,
    ),
    ...kept.map(({ number, on, why }) => `• date ${number + 1} stays on ${calendarDay(on)} (${why})`),
  ];
  const more = lines.length - mostLines;
  return more > 0 ? [...lines.slice(0, mostLines), `and ${more} more`] : lines;
}
