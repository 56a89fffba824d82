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
 * reviewer, when the exam has not come yet or is old enough to be the proof of the date before, or when the report
 * has closed another one of `ofFollowUp`.
 *
 * @example
 * complete(occurrence, { examOn: '2027-02-20', reportReference: 'RAD-20931', reviewedBy: 'U3' }, act)
 *   .occurrence.closing?.state //=> 'completed'
 */
export function complete(
  occurrence: Occurrence,
  proof: Proof,
  act: Act,
  ofFollowUp: readonly Occurrence[] = [],
): ChangedOccurrence {
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
  refuseUsed(facts.reportReference, ofFollowUp);
  return changedOccurrence(occurrence, facts, 'completed', act);
}

/** Two dates that were moved close together could else be closed on one scan. */
function refuseUsed(reportReference: string, ofFollowUp: readonly Occurrence[]): void {
  const used = ofFollowUp.find((one) => one.closing !== null && one.reportReference === reportReference);
  if (used === undefined) return;
  throw new UserError(
    `This report closed the date of ${used.targetOn} already. Write the report of this date's own scan; if there was none, close this one for a reason.`,
  );
}

/**
 * Returns the exam date, or throws a `UserError`: one in the future proves nothing, one within the window of the date
 * before belongs to that date, and one half a year before the window is most often a wrong year.
 *
 * @example
 * examDate(occurrence, '2027-02-20', act) //=> '2027-02-20'
 */
export function examDate(occurrence: Occurrence, examOn: string, { todayOn }: Act): string {
  pastDate(examOn, 'the exam date', todayOn);
  const { intervalDays, plannedOn, targetOn, windowDays } = occurrence;
  // A date that was moved to later may still have been scanned when it was planned.
  const soonestOn = plannedOn < targetOn ? plannedOn : targetOn;
  if (intervalDays === null || occurrence.number === 0) {
    if (examOn >= addDaysTo(soonestOn, -windowDays - halfYearDays)) return examOn;
    throw new UserError(
      `A scan of ${examOn} was more than half a year before the window of ${targetOn}. Write the year that is meant. If that scan replaces this one, close this one as \`not-clinically-necessary replaced by another examination\`.`,
    );
  }
  if (examOn > addDaysTo(soonestOn, windowDays - intervalDays)) return examOn;
  throw new UserError(
    `A scan of ${examOn} falls into the window of an earlier date, not of ${targetOn}. Close that one with it: \`scan\` and its day name it.`,
  );
}

const halfYearDays = 183;
