import { UserError } from '../errors.ts';
import { type Act, type ChangedOccurrence, changedOccurrence } from './act.ts';
import { checkedReference } from './checked-reference.ts';
import { closingBy } from './closing-by.ts';
import { type AroundScan, examDate, nothingAround } from './exam-date.ts';
import type { Occurrence } from './follow-up.ts';
import { LINES_TO_TYPE } from './lines-to-type.ts';
import { refuseClosed, refuseMissing } from './refusals.ts';

/** What shows that a scan was done in another hospital: where the proof is, or who vouches for it. */
export interface ProofElsewhere {
  examOn: string | null;
  proof: string | null;
  /** A user id. */
  witness: string | null;
}

/**
 * Closes a scan as done elsewhere. Throws a `UserError` without an exam date, with one that was made for
 * something else, or with neither proof nor witness.
 *
 * @example
 * completeElsewhere(occurrence, { examOn: '2027-02-20', proof: null, witness: 'U4' }, act)
 *   .occurrence.closing?.witness //=> 'U4'
 */
export function completeElsewhere(
  occurrence: Occurrence,
  { examOn, proof, witness }: ProofElsewhere,
  act: Act,
  around: AroundScan = nothingAround,
): ChangedOccurrence {
  refuseClosed(occurrence);
  refuseMissing({ 'exam date': examOn }, 'close this scan as done elsewhere', LINES_TO_TYPE.elsewhere);
  if (!proof?.trim() && !witness) {
    throw new UserError(
      `To close this scan as done elsewhere, its proof is missing. Give the reference of the report, or name who vouches for it. Typed: ${LINES_TO_TYPE.elsewhere}.`,
    );
  }
  const facts = {
    examOn: examDate(occurrence, examOn ?? '', act, around),
    closing: closingBy(act, 'completed-elsewhere', {
      proof: proof?.trim() ? checkedReference(proof, 'the proof') : null,
      witness: witness || null,
    }),
  };
  return changedOccurrence(occurrence, facts, 'completed-elsewhere', act);
}
