import { addDaysTo } from '../dates/add-days.ts';
import { UserError } from '../errors.ts';
import { type Act, type ChangedOccurrence, changedOccurrence } from './act.ts';
import { checkedReference } from './checked-reference.ts';
import { closingBy } from './closing-by.ts';
import type { Occurrence } from './follow-up.ts';
import { LINES_TO_TYPE } from './lines-to-type.ts';
import { pastDate, refuseClosed, refuseMissing } from './refusals.ts';

/** What shows that a scan was done. */
export interface Proof {
  examOn: string | null;
  reportReference: string | null;
  /** The user id of who read the report. */
  reviewedBy: string | null;
}

/**
 * Closes a scan as done. Throws a `UserError` that names each missing one of exam date, report reference and
 * reviewer, or when the exam has not come yet or is old enough to be the proof of the date before.
 *
 * @example
 * complete(occurrence, { examOn: '2027-02-20', reportReference: 'RAD-20931', reviewedBy: 'U3' }, act)
 *   .occurrence.closing?.state //=> 'completed'
 */
export function complete(occurrence: Occurrence, proof: Proof, act: Act): ChangedOccurrence {
  refuseClosed(occurrence);
  const { examOn, reportReference, reviewedBy } = proof;
  refuseMissing(
    { 'exam date': examOn, 'report reference': reportReference, reviewer: reviewedBy },
    'close this scan as done',
    LINES_TO_TYPE.done,
  );
  const facts = {
    examOn: examDate(occurrence, examOn ?? '', act),
    reportReference: checkedReference(reportReference ?? '', 'the report reference'),
    reviewedBy,
    closing: closingBy(act, 'completed'),
  };
  return changedOccurrence(occurrence, facts, 'completed', act);
}

/**
 * Returns the exam date, or throws a `UserError`: one in the future proves nothing, and one within the window of
 * the date before belongs to that date.
 *
 * @example
 * examDate(occurrence, '2027-02-20', act) //=> '2027-02-20'
 */
export function examDate(occurrence: Occurrence, examOn: string, { todayOn }: Act): string {
  pastDate(examOn, 'the exam date', todayOn);
  const { intervalDays, targetOn, windowDays } = occurrence;
  if (intervalDays === null || occurrence.number === 0) return examOn;
  if (examOn > addDaysTo(targetOn, windowDays - intervalDays)) return examOn;
  throw new UserError(
    `A scan of ${examOn} belongs to the date before ${targetOn}. Close that one with it, or move this one.`,
  );
}
