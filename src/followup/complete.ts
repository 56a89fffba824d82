import { type Act, type ChangedOccurrence, changedOccurrence } from './act.ts';
import { checkedReference } from './checked-reference.ts';
import { closingBy } from './closing-by.ts';
import { type AroundScan, examDate, nothingAround } from './exam-date.ts';
import { ExamOfAnotherDate } from './exam-of-another-date.ts';
import type { Occurrence } from './follow-up.ts';
import { LINES_TO_TYPE } from './lines-to-type.ts';
import { refuseClosed, refuseMissing } from './refusals.ts';

/** What shows that a scan was done. */
export interface Proof {
  examOn: string | null;
  reportReference: string | null;
  /** The user id of who read the report. */
  reviewedBy: string | null;
}

/**
 * Closes a scan as done. Throws a `UserError` that names each missing one of exam date, report reference and
 * reviewer, when the exam has not come yet or was made for something else, or when the report has closed another date
 * of the follow-up.
 *
 * @example
 * complete(occurrence, { examOn: '2027-02-20', reportReference: 'RAD-20931', reviewedBy: 'U3' }, act)
 *   .occurrence.closing?.state //=> 'completed'
 */
export function complete(
  occurrence: Occurrence,
  proof: Proof,
  act: Act,
  around: AroundScan = nothingAround,
): ChangedOccurrence {
  refuseClosed(occurrence);
  const { examOn, reportReference, reviewedBy } = proof;
  refuseMissing(
    { 'exam date': examOn, 'report reference': reportReference, reviewer: reviewedBy },
    'close this scan as done',
    LINES_TO_TYPE.done,
  );
  const facts = {
    examOn: examDate(occurrence, examOn ?? '', act, around),
    reportReference: checkedReference(reportReference ?? '', 'the report reference'),
    reviewedBy,
    closing: closingBy(act, 'completed'),
  };
  refuseUsed(facts.reportReference, around.dates);
  return changedOccurrence(occurrence, facts, 'completed', act);
}

/** Two dates that were moved close together could else be closed on one scan. */
function refuseUsed(reportReference: string, ofFollowUp: readonly Occurrence[]): void {
  const used = ofFollowUp.find((one) => one.closing !== null && one.reportReference === reportReference);
  if (used === undefined) return;
  throw new ExamOfAnotherDate(
    `This report closed the date of ${used.targetOn} already. Write the report of this date's own scan; if there was none, close this one for a reason.`,
    used,
  );
}
