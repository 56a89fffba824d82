import { calendarDay } from '../../dates/calendar-day.ts';
import { daysBetween } from '../../followup/add-span.ts';
import { daysText } from '../../followup/days-text.ts';
import type { Occurrence } from '../../followup/follow-up.ts';
import { windowOf } from '../../followup/scan-window.ts';

/** That the exam of a proven scan lies outside its window, as it is and as it was planned; null when it does not. */
export function examOutsideWindow(occurrence: Occurrence): string | null {
  const { examOn, targetOn, plannedOn, windowDays } = occurrence;
  if (examOn === null) return null;
  const { opensOn, closesOn } = windowOf(occurrence);
  const planned = windowOf({ targetOn: plannedOn, windowDays });
  const within = [{ opensOn, closesOn }, planned].some(
    (one) => examOn >= one.opensOn && examOn <= one.closesOn,
  );
  if (within) return null;
  const far = examOn < opensOn ? daysBetween(examOn, opensOn) : daysBetween(closesOn, examOn);
  const side =
    examOn < opensOn
      ? `before the window of ${calendarDay(targetOn)}, which opens on ${calendarDay(opensOn)}`
      : `after the window of ${calendarDay(targetOn)}, which closed on ${calendarDay(closesOn)}`;
  return `⚠ The exam of ${calendarDay(examOn)} lies ${daysText(far)} ${side}. If it was made for another date, reopen this one.`;
}
