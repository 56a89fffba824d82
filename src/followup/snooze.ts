import { addDaysTo } from '../dates/add-days.ts';
import { UserError } from '../errors.ts';
import { type Act, type ChangedOccurrence, changedOccurrence } from './act.ts';
import { daysText } from './days-text.ts';
import type { BoardSettings, Occurrence } from './follow-up.ts';
import { comingDate, refuseClosed } from './refusals.ts';

/**
 * Keeps an occurrence quiet until a day; neither its date nor the series moves. One that is still going on is made
 * longer or shorter. Throws a `UserError` for today, an earlier day, one beyond what the board allows, or the same.
 *
 * @example
 * snooze(occurrence, '2027-02-27', settings, act).occurrence.targetOn //=> '2027-02-23', as before
 */
export function snooze(
  occurrence: Occurrence,
  untilOn: string,
  { maxSnoozeDays }: Pick<BoardSettings, 'maxSnoozeDays'>,
  act: Act,
): ChangedOccurrence {
  refuseClosed(occurrence);
  comingDate(untilOn, 'the end of the snooze', act.todayOn);
  const latestOn = addDaysTo(act.todayOn, maxSnoozeDays);
  if (untilOn === act.todayOn || untilOn > latestOn) {
    throw new UserError(
      `This board allows a snooze of up to ${daysText(maxSnoozeDays)}. Write a day from ${addDaysTo(act.todayOn, 1)} to ${latestOn}.`,
    );
  }
  if (untilOn === occurrence.snoozedUntilOn)
    throw new UserError(`It is quiet until ${untilOn} already. Nothing was changed.`);
  const snoozedAtMs = goesOn(occurrence, act.todayOn) ? occurrence.snoozedAtMs : act.atMs;
  return changedOccurrence(occurrence, { snoozedUntilOn: untilOn, snoozedAtMs }, 'snoozed', act);
}

/** The message at the end of a snooze may wait for a Monday, and what was held waits with it. */
const weekendDays = 3;

/** Whether an earlier snooze still holds something: a longer one must not set it free. */
function goesOn({ snoozedUntilOn }: Occurrence, todayOn: string): boolean {
  return snoozedUntilOn !== null && snoozedUntilOn >= addDaysTo(todayOn, -weekendDays);
}
