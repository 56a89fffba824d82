import { UserError } from '../errors.ts';
import type { ChangedOccurrence } from './act.ts';
import type { Occurrence } from './follow-up.ts';

/**
 * Whether a closed date became what it is by the same act of the same person that is tried once more, as when a
 * button is pressed twice; `change` is handed the date as if it were open. Rethrows what is no `UserError`.
 *
 * @example
 * wasDoneBefore(completed, (one) => complete(one, sameProof, act)) //=> true
 */
export function wasDoneBefore(
  closed: Occurrence,
  change: (occurrence: Occurrence) => ChangedOccurrence,
): boolean {
  const open = { closing: null, examOn: null, reportReference: null, reviewedBy: null };
  try {
    const again = change({ ...closed, ...open }).occurrence;
    return again.closing !== null && facts(again) === facts(closed);
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** All that a closing says but when: an act is the same a minute later. */
function facts({ closing, examOn, reportReference, reviewedBy }: Occurrence): string {
  const { state, reason, proof, witness, by } = closing ?? {};
  return JSON.stringify([state, reason, proof, witness, by, examOn, reportReference, reviewedBy]);
}
