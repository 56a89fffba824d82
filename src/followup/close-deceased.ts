import { type Act, type ChangedOccurrence, changedOccurrence } from './act.ts';
import type { Occurrence } from './follow-up.ts';

/**
 * Closes every open scan of a case whose patient has died; hand in all occurrences of the case, of every
 * follow-up. What was closed before stays as it is and is not returned.
 *
 * @example
 * closeDeceased(occurrencesOfTheCase, act).map(({ entry }) => entry.action) //=> ['deceased', 'deceased']
 */
export function closeDeceased(occurrences: readonly Occurrence[], act: Act): ChangedOccurrence[] {
  return occurrences
    .filter(({ closing }) => closing === null)
    .map((occurrence) => {
      const closing = {
        state: 'deceased',
        reason: null,
        by: act.by,
        atMs: act.atMs,
        proof: null,
        witness: null,
      } as const;
      return changedOccurrence(occurrence, { closing }, 'deceased', act);
    });
}
