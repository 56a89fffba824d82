import { tzOffset } from '@date-fns/tz';

/**
 * How many milliseconds the clocks of an IANA zone are ahead of UTC at an instant (epoch milliseconds); NaN for an
 * unknown zone.
 *
 * @example
 * offsetMs('Europe/Berlin', Date.UTC(2027, 1, 23)) //=> 3600000
 */
export function offsetMs(timeZone: string, atMs: number): number {
  return tzOffset(timeZone, new Date(atMs)) * 60_000;
}

/**
 * What calendar and clock show in an IANA zone at an instant (epoch milliseconds). The offset is asked for once: it
 * is what takes the time when the messages of a whole board are planned. Throws a `RangeError` for an unknown zone.
 *
 * @example
 * wallClock(Date.UTC(2027, 1, 23, 9), 'Europe/Berlin') //=> '2027-02-23T10:00:00.000'
 */
export function wallClock(atMs: number, timeZone: string): string {
  return new Date(atMs + offsetMs(timeZone, atMs)).toISOString().slice(0, -1);
}
