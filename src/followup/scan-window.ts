import { addDaysTo } from '../dates/add-days.ts';
import type { CalendarSpan, Occurrence } from './follow-up.ts';
import { shortestDays } from './interval-days.ts';

export interface ScanWindow {
  opensOn: string;
  /** The last day on which the scan is on time. */
  closesOn: string;
}

/**
 * The days on which a scan is on time: its date, and as many days before and after as its window has.
 *
 * @example
 * windowOf({ targetOn: '2027-02-23', windowDays: 14 }) //=> { opensOn: '2027-02-09', closesOn: '2027-03-09' }
 */
export function windowOf({ targetOn, windowDays }: Pick<Occurrence, 'targetOn' | 'windowDays'>): ScanWindow {
  return { opensOn: addDaysTo(targetOn, -windowDays), closesOn: addDaysTo(targetOn, windowDays) };
}

/**
 * The widest window, in days each way, that never touches the window of the next date.
 *
 * @example
 * widestWindowDays({ amount: 3, unit: 'month' }) //=> 44
 */
export function widestWindowDays(interval: CalendarSpan): number {
  return Math.floor((shortestDays(interval) - 1) / 2);
}

/**
 * The window to offer, in days each way: a sixth of the interval, never over 30 days.
 *
 * @example
 * suggestedWindowDays({ amount: 3, unit: 'month' }) //=> 14
 */
export function suggestedWindowDays(interval: CalendarSpan | null): number {
  return interval === null ? 14 : Math.min(30, Math.floor(shortestDays(interval) / 6));
}
