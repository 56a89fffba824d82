import { dateInZone } from './calendar-date.ts';
import type { Occurrence, TerminalState } from './follow-up.ts';
import { windowOf } from './scan-window.ts';

export type OpenStatus = 'not yet due' | 'due' | 'overdue' | 'scheduled late';
export type Status = OpenStatus | TerminalState;

/**
 * How an occurrence stands on a calendar date. A booking behind the window is "scheduled late" until its day
 * is over, then "overdue"; a booking within the window changes nothing, for booked is not done.
 *
 * @example
 * statusOn(occurrence, '2027-03-10') //=> 'overdue', when its window closed on 9 March
 */
export function statusOn(occurrence: Occurrence, todayOn: string): Status {
  if (occurrence.closing !== null) return occurrence.closing.state;
  const { opensOn, closesOn } = windowOf(occurrence);
  const { appointmentOn } = occurrence;
  if (appointmentOn !== null && appointmentOn > closesOn && appointmentOn >= todayOn) return 'scheduled late';
  if (todayOn > closesOn) return 'overdue';
  return todayOn >= opensOn ? 'due' : 'not yet due';
}

/**
 * How an occurrence stands at an instant (epoch milliseconds), by the calendar of an IANA zone.
 *
 * @example
 * statusAt(occurrence, Date.UTC(2027, 2, 9, 12), 'Pacific/Auckland') //=> 'overdue': there it is 10 March already
 */
export function statusAt(occurrence: Occurrence, atMs: number, timeZone: string): Status {
  return statusOn(occurrence, dateInZone(atMs, timeZone));
}
