import { addDaysTo } from '../dates/add-days.ts';
import { UserError } from '../errors.ts';
import { type Act, type ChangedOccurrence, changedOccurrence } from './act.ts';
import type { BoardSettings, Occurrence } from './follow-up.ts';
import { comingDate, refuseClosed } from './refusals.ts';

/**
 * Keeps an occurrence quiet until a day; neither its date nor the series moves. Throws a `UserError` for today,
 * an earlier day, or one beyond what the board allows.
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
      `This board allows a snooze of up to ${maxSnoozeDays} days. Write a day from ${addDaysTo(act.todayOn, 1)} to ${latestOn}.`,
    );
  }
  return changedOccurrence(occurrence, { snoozedUntilOn: untilOn, snoozedAtMs: act.atMs }, 'snoozed', act);
}
