import { type Act, type ChangedOccurrence, changedOccurrence } from './act.ts';
import { closingBy } from './closing-by.ts';
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
    .map((occurrence) =>
      changedOccurrence(occurrence, { closing: closingBy(act, 'deceased') }, 'deceased', act),
    );
}
