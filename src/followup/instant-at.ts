import { offsetMs, wallClock } from './wall-clock.ts';

const dayMs = 86_400_000;

/**
 * The instant (epoch milliseconds) of a local time as `09:00` on a calendar date in an IANA zone.
 * On the hour that summer time leaves out it is as much later as the clock jumps; of a doubled hour it is the first.
 *
 * @example
 * instantAt('2027-03-14', '02:30', 'America/New_York') //=> Date.UTC(2027, 2, 14, 7, 30), which is 03:30 there
 */
export function instantAt(on: string, time: string, timeZone: string): number {
  const wallMs = Date.parse(`${on}T${time}:00Z`);
  // `new TZDate(y, m, d, …)` picks another half of a doubled hour when the server's own zone is this one,
  // so that two replicas could disagree; the offsets of the day before and the day after do not.
  const beforeMs = wallMs - offsetMs(timeZone, wallMs - dayMs);
  const afterMs = wallMs - offsetMs(timeZone, wallMs + dayMs);
  const real = [beforeMs, afterMs].filter((atMs) => atMs + offsetMs(timeZone, atMs) === wallMs);
  return real.length === 0 ? beforeMs : Math.min(...real);
}

/**
 * The local time at an instant, as `09:00`.
 *
 * @example
 * timeInZone(Date.UTC(2027, 1, 23, 9), 'Europe/Berlin') //=> '10:00'
 */
export function timeInZone(atMs: number, timeZone: string): string {
  return wallClock(atMs, timeZone).slice(11, 16);
}
