import { addDaysTo } from '../dates/add-days.ts';
import type { FollowUp, Occurrence } from './follow-up.ts';
import type { Scan } from './follow-up-records.ts';
import { windowOf } from './scan-window.ts';
import { isLate } from './scans-to-show.ts';

/** What a board has to see to in the seven days from a calendar date on, each by target date. */
export interface WeekOfBoard {
  late: Scan[];
  /** Not late, and within their window on one of the days. */
  due: Scan[];
}

/**
 * What is late on a calendar date, and what else is due on it or on one of the six days behind it, booked or not.
 *
 * @example
 * weekOfBoard([ctChest], occurrences, '2027-02-03').due.length //=> 1, of a window that opens on 9 February
 */
export function weekOfBoard(
  followUps: readonly FollowUp[],
  occurrences: readonly Occurrence[],
  todayOn: string,
): WeekOfBoard {
  const byId = new Map(followUps.map((followUp) => [followUp.id, followUp]));
  const lastOn = addDaysTo(todayOn, 6);
  const open = occurrences
    .filter(({ closing }) => closing === null)
    .sort((a, b) => (a.targetOn < b.targetOn ? -1 : 1))
    .flatMap((occurrence) => {
      const followUp = byId.get(occurrence.followUpId);
      return followUp ? [{ followUp, occurrence }] : [];
    });
  return {
    late: open.filter(({ occurrence }) => isLate(occurrence, todayOn)),
    due: open.filter(
      ({ occurrence }) => !isLate(occurrence, todayOn) && windowOf(occurrence).opensOn <= lastOn,
    ),
  };
}
