import { addDaysTo } from '../dates/add-days.ts';
import { dateInZone, weekdayOf } from '../followup/calendar-date.ts';
import type { BoardSettings } from '../followup/follow-up.ts';
import { sendMoment } from '../followup/sendable-from.ts';

type DigestTimes = Pick<BoardSettings, 'digestDay' | 'sendAt' | 'timeZone' | 'workingDays' | 'quietHours'>;

/**
 * The instant (epoch milliseconds) at which a board's digest of a week goes out; `weekOn` is the week's Monday.
 * A day on which the board is not written to gives way to its next working day.
 *
 * @example
 * digestMoment('2027-02-22', { ...settings, digestDay: 1 }) //=> Date.UTC(2027, 1, 22, 9)
 */
export function digestMoment(weekOn: string, settings: DigestTimes): number {
  return sendMoment(addDaysTo(weekOn, settings.digestDay - 1), settings.timeZone, settings, 0);
}

/** One digest to come: the Monday that names its week, and when it goes out. */
export interface PlannedDigest {
  weekOn: string;
  dueAtMs: number;
}

/**
 * The first digest behind an instant (epoch milliseconds), of a week behind the one that had its digest. Weeks that
 * went by without one, as while the app was down, get none any more.
 *
 * @example
 * nextDigest(settings, '2027-02-22', Date.UTC(2027, 2, 20)).weekOn //=> '2027-03-22', the Monday after that Saturday
 */
export function nextDigest(settings: DigestTimes, takenWeekOn: string | null, nowMs: number): PlannedDigest {
  const todayOn = dateInZone(nowMs, settings.timeZone);
  // From the week before: its digest may have given way to a day of this one.
  const lastWeekOn = addDaysTo(todayOn, 1 - weekdayOf(todayOn) - 7);
  const firstWeekOn = takenWeekOn === null ? lastWeekOn : addDaysTo(takenWeekOn, 7);
  for (let weekOn = firstWeekOn > lastWeekOn ? firstWeekOn : lastWeekOn; ; weekOn = addDaysTo(weekOn, 7)) {
    const dueAtMs = digestMoment(weekOn, settings);
    if (dueAtMs > nowMs) return { weekOn, dueAtMs };
  }
}
