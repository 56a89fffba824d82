import type { FollowUp, Occurrence } from './follow-up.ts';
import type { Scan } from './follow-up-records.ts';
import { statusOn } from './status-on.ts';

/**
 * Of open dates those that a list shows, by target date: all that are due or late, and of what is not yet due the
 * next of each follow-up.
 *
 * @example
 * scansToShow([ctChest], openOccurrences, '2027-03-10').map(({ occurrence }) => occurrence.targetOn)
 * //=> ['2027-02-23', '2027-05-23'], of a series whose first date is overdue
 */
export function scansToShow(
  followUps: readonly FollowUp[],
  open: readonly Occurrence[],
  todayOn: string,
): Scan[] {
  const byId = new Map(followUps.map((followUp) => [followUp.id, followUp]));
  const waiting = new Set<string>();
  return [...open]
    .sort((a, b) => (a.targetOn < b.targetOn ? -1 : 1))
    .flatMap((occurrence) => {
      const followUp = byId.get(occurrence.followUpId);
      if (followUp === undefined) return [];
      if (statusOn(occurrence, todayOn) === 'not yet due') {
        if (waiting.has(followUp.id)) return [];
        waiting.add(followUp.id);
      }
      return [{ followUp, occurrence }];
    });
}

/**
 * Whether a date is late: its window is over, or its booking lies behind it.
 *
 * @example
 * isLate(occurrence, '2027-03-10') //=> true, when its window closed on 9 March
 */
export function isLate(occurrence: Occurrence, todayOn: string): boolean {
  return ['overdue', 'scheduled late'].includes(statusOn(occurrence, todayOn));
}
