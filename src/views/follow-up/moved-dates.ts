import type { MovedAnchor } from '../../followup/move-anchor.ts';
import { calendarDay } from '../calendar-day.ts';

/** Which dates moved with their anchor, and which stayed and why: one line each. */
export function movedDates({ moved, kept }: Pick<MovedAnchor, 'moved' | 'kept'>): string[] {
  return [
    ...moved.map(({ number, from, to }) => `• date ${number + 1}: ${calendarDay(from)} → ${calendarDay(to)}`),
    ...kept.map(({ number, on, why }) => `• date ${number + 1} stays on ${calendarDay(on)} (${why})`),
  ];
}
