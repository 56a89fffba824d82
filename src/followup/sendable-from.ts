import { addDaysTo } from '../dates/add-days.ts';
import { dateInZone, weekdayOf } from './calendar-date.ts';
import type { BoardSettings } from './follow-up.ts';
import { instantAt, timeInZone } from './instant-at.ts';

type WorkingTime = Pick<BoardSettings, 'workingDays' | 'quietHours' | 'sendAt'>;

/**
 * The first instant (epoch milliseconds), not before the given one, at which somebody in this IANA zone
 * may be written to: on a working day, outside quiet hours. What is late is sent then, at once.
 *
 * @example
 * sendableFrom(Date.UTC(2027, 1, 19, 20), 'UTC', settings) //=> Date.UTC(2027, 1, 22, 8): Friday evening waits for Monday
 */
export function sendableFrom(atMs: number, timeZone: string, settings: WorkingTime): number {
  let candidateMs = atMs;
  for (;;) {
    const on = dateInZone(candidateMs, timeZone);
    const time = timeInZone(candidateMs, timeZone);
    const { until } = settings.quietHours;
    if (!settings.workingDays.includes(weekdayOf(on))) {
      candidateMs = instantAt(addDaysTo(on, 1), '00:00', timeZone);
    } else if (isQuiet(time, settings)) {
      candidateMs = instantAt(time < until ? on : addDaysTo(on, 1), until, timeZone);
    } else {
      return candidateMs;
    }
  }
}

/**
 * The instant at which a message of a calendar date goes out in this IANA zone: at the board's hour on that
 * day, or on the next working day, and never before `notBeforeMs`.
 *
 * @example
 * sendMoment('2027-02-20', 'UTC', settings, 0) //=> Date.UTC(2027, 1, 22, 9): a Saturday's message goes out on Monday
 */
export function sendMoment(on: string, timeZone: string, settings: WorkingTime, notBeforeMs: number): number {
  let day = on > dateInZone(notBeforeMs, timeZone) ? on : dateInZone(notBeforeMs, timeZone);
  for (;;) {
    const atMs = instantAt(day, settings.sendAt, timeZone);
    if (settings.workingDays.includes(weekdayOf(day)) && atMs >= notBeforeMs) {
      return sendableFrom(atMs, timeZone, settings);
    }
    day = addDaysTo(day, 1);
  }
}

/**
 * Whether a time of day, as `09:00`, lies in a board's quiet hours, which may reach over midnight.
 *
 * @example
 * isQuiet('20:00', { quietHours: { from: '18:00', until: '08:00' } }) //=> true
 */
export function isQuiet(
  time: string,
  { quietHours: { from, until } }: Pick<BoardSettings, 'quietHours'>,
): boolean {
  return from <= until ? time >= from && time < until : time >= from || time < until;
}
