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

/** A board's digests until now; both are for finding the next. */
interface DigestsBefore {
  /** The Monday of the last week that had its digest; null when none had one. */
  takenWeekOn: string | null;
  /** Since when (epoch milliseconds) one could have been missed: the last one, or now where there was none. */
  sinceMs: number;
}

/**
 * The next digest at an instant (epoch milliseconds), of a week behind the one that had its digest. That of the
 * running week is caught up when it was missed, as while the app was down; those of weeks gone by are not.
 *
 * @example
 * nextDigest(settings, { takenWeekOn: '2027-02-22', sinceMs: Date.UTC(2027, 1, 22, 9) }, Date.UTC(2027, 2, 20)).weekOn
 * //=> '2027-03-15', whose Monday that Saturday lies behind
 */
export function nextDigest(
  settings: DigestTimes,
  { takenWeekOn, sinceMs }: DigestsBefore,
  nowMs: number,
): PlannedDigest {
  // From the week before: its digest may have given way to a day of this one.
  const lastWeekOn = addDaysTo(mondayOf(nowMs, settings), -7);
  const firstWeekOn = takenWeekOn === null ? lastWeekOn : addDaysTo(takenWeekOn, 7);
  for (let weekOn = firstWeekOn > lastWeekOn ? firstWeekOn : lastWeekOn; ; weekOn = addDaysTo(weekOn, 7)) {
    const dueAtMs = digestMoment(weekOn, settings);
    const isMissed = dueAtMs > sinceMs && !isOfPastWeek(dueAtMs, settings, nowMs);
    if (dueAtMs > nowMs || isMissed) return { weekOn, dueAtMs };
  }
}

/**
 * Whether a digest's moment lies in a week before the running one; both instants are epoch milliseconds.
 *
 * @example
 * isOfPastWeek(Date.UTC(2027, 1, 22, 9), settings, Date.UTC(2027, 2, 1)) //=> true
 */
export function isOfPastWeek(momentMs: number, settings: DigestTimes, nowMs: number): boolean {
  return dateInZone(momentMs, settings.timeZone) < mondayOf(nowMs, settings);
}

function mondayOf(atMs: number, { timeZone }: DigestTimes): string {
  const on = dateInZone(atMs, timeZone);
  return addDaysTo(on, 1 - weekdayOf(on));
}
