import { addDaysTo } from '../dates/add-days.ts';
import { UserError } from '../errors.ts';
import type { Act } from './act.ts';
import { daysBetween } from './add-span.ts';
import { daysText } from './days-text.ts';
import { ExamOfAnotherDate } from './exam-of-another-date.ts';
import type { Occurrence } from './follow-up.ts';
import { pastDate } from './refusals.ts';
import { windowOf } from './scan-window.ts';
import { spokenState } from './spoken-state.ts';

/** What is known around one date of a follow-up. */
export interface AroundScan {
  /** All dates of the follow-up. */
  dates: readonly Occurrence[];
  /** The day on which it was entered; null when nobody looks at that. */
  enteredOn: string | null;
}

export const nothingAround: AroundScan = { dates: [], enteredOn: null };

/**
 * Returns the exam date, or throws a `UserError`: one in the future proves nothing, one within the window of another
 * date belongs to that date, and one that lies well before the window, or before the follow-up was entered, was made
 * for something else.
 *
 * @example
 * examDate(occurrence, '2027-02-20', act) //=> '2027-02-20'
 */
export function examDate(
  occurrence: Occurrence,
  examOn: string,
  { todayOn }: Pick<Act, 'todayOn'>,
  around: AroundScan = nothingAround,
): string {
  pastDate(examOn, 'the exam date', todayOn);
  const { plannedOn, targetOn, windowDays } = occurrence;
  // A date that was moved to later may still have been scanned when it was planned.
  const opensOn = addDaysTo(plannedOn < targetOn ? plannedOn : targetOn, -windowDays);
  if (examOn >= opensOn) return examOn;
  const holder = around.dates.find((one) => one.id !== occurrence.id && holds(one, examOn));
  if (holder) throw ofAnother(holder, examOn, occurrence);
  const beforeEntry = around.enteredOn !== null && examOn < around.enteredOn;
  const earlyDays = daysBetween(examOn, opensOn);
  if (earlyDays <= leewayDays(occurrence) && !beforeEntry) return examOn;
  const entered = beforeEntry ? `, and before this follow-up was entered on ${around.enteredOn}` : '';
  const moved =
    examOn >= addDaysTo(todayOn, -windowDays)
      ? ` If it is the scan of this date, only early, move the date first: write \`/imt-followup reschedule\`, the case code and \`scan ${targetOn} to ${todayOn}\`.`
      : ' If it is a wrong year or day, write the right one.';
  throw new UserError(
    `Nothing was changed. An exam of ${examOn} lies ${daysText(earlyDays)} before the window of ${targetOn}, which opens on ${opensOn}${entered}.${moved} If it makes this scan needless, close it: write \`/imt-followup close\`, the case code and \`scan ${targetOn} not-clinically-necessary replaced by another examination\`.`,
  );
}

/** A scan may come a little early, while it is nearer to its own window than to the one before. */
function leewayDays({ intervalDays, windowDays }: Occurrence): number {
  const half = intervalDays === null ? mostLeewayDays : Math.floor((intervalDays - 2 * windowDays) / 2);
  return Math.max(0, Math.min(mostLeewayDays, half));
}

const mostLeewayDays = 14;

function holds(occurrence: Occurrence, examOn: string): boolean {
  const { opensOn, closesOn } = windowOf(occurrence);
  return examOn >= opensOn && examOn <= closesOn;
}

/** No case code and no report stand in it: a refusal is shown outside of blocks. */
function ofAnother(holder: Occurrence, examOn: string, { targetOn }: Occurrence): UserError {
  const belongs = `Nothing was changed. An exam of ${examOn} falls into the window of ${holder.targetOn}, not of ${targetOn}.`;
  const { closing } = holder;
  return closing === null
    ? new UserError(
        `${belongs} Close that date with it: write \`scan ${holder.targetOn}\` behind the case code, and the rest as before.`,
      )
    : new ExamOfAnotherDate(
        `${belongs} That date is closed already (${spokenState(closing.state)}). Write the exam of this date; if that one was closed wrongly, reopen it first.`,
        holder,
      );
}
