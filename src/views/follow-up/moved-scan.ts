import { calendarDay } from '../../dates/calendar-day.ts';
import { daysBetween } from '../../followup/add-span.ts';
import { daysText } from '../../followup/days-text.ts';
import type { Occurrence } from '../../followup/follow-up.ts';
import { windowOf } from '../../followup/scan-window.ts';

/** This close to another date, or half of a shorter interval, a move was hardly meant so, whatever the windows. */
const fewDays = 7;

/** What a move of one date brings with it; nothing where no date moved. */
export function movedScan(before: Occurrence, after: Occurrence, ofSeries: readonly Occurrence[]): string[] {
  if (before.targetOn === after.targetOn) return [];
  const { opensOn, closesOn } = windowOf(after);
  const lines = [
    opensOn === closesOn
      ? `Its window is now ${calendarDay(opensOn)} alone.`
      : `Its window now goes from ${calendarDay(opensOn)} to ${calendarDay(closesOn)}.`,
  ];
  if (before.appointmentOn !== null && after.appointmentOn === null)
    lines.push(
      `⚠ The appointment of ${calendarDay(before.appointmentOn)} lies outside this window, so it is taken off. If it holds, book it again.`,
    );
  const close = closeBy(after, ofSeries);
  if (close)
    lines.push(
      `⚠ That is ${daysText(close.days)} from the one of ${calendarDay(close.on)} of this series. If one scan shall do for both, close one as superseded.`,
    );
  return lines;
}

/** The nearest other open date that one and the same exam could be on time for, or that is a few days away. */
function closeBy(
  moved: Occurrence,
  ofSeries: readonly Occurrence[],
): { on: string; days: number } | undefined {
  const few = Math.min(fewDays, Math.floor((moved.intervalDays ?? 2 * fewDays) / 2));
  return ofSeries
    .filter(({ id, closing }) => id !== moved.id && closing === null)
    .map(({ targetOn, windowDays }) => ({
      on: targetOn,
      days: Math.abs(daysBetween(moved.targetOn, targetOn)),
      reach: Math.max(few, moved.windowDays + windowDays),
    }))
    .filter(({ days, reach }) => days <= reach)
    .sort((a, b) => a.days - b.days)[0];
}
