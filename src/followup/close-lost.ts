import { UserError } from '../errors.ts';
import { type Act, type ChangedOccurrence, changedOccurrence } from './act.ts';
import { closingBy } from './closing-by.ts';
import {
  type BoardSettings,
  CONTACT_WAYS,
  type ContactAttempt,
  type ContactWay,
  type Occurrence,
} from './follow-up.ts';
import { LINES_TO_TYPE } from './lines-to-type.ts';
import { pastDate, refuseClosed } from './refusals.ts';

/**
 * Logs one attempt to reach the patient or the referrer. Throws a `UserError` for a date in the future,
 * another way than those listed, or the same again.
 *
 * @example
 * logAttempt(occurrence, { on: '2027-02-19', way: 'phone' }, act).occurrence.attempts.length //=> 1
 */
export function logAttempt(
  occurrence: Occurrence,
  { on, way }: { on: string; way: ContactWay },
  act: Act,
): ChangedOccurrence {
  refuseClosed(occurrence);
  if (!CONTACT_WAYS.includes(way)) {
    throw new UserError(`The way of contact is missing. Pick one of: ${CONTACT_WAYS.join(', ')}.`);
  }
  const attempt: ContactAttempt = {
    on: pastDate(on, 'the day of the attempt', act.todayOn),
    by: act.by,
    way,
  };
  if (occurrence.attempts.some((one) => one.on === on && one.way === way))
    throw new UserError(`An attempt of ${on} by ${way} is logged already. Nothing was changed.`);
  return changedOccurrence(
    occurrence,
    { attempts: [...occurrence.attempts, attempt] },
    'attempt-logged',
    act,
  );
}

/**
 * Closes a scan as lost to follow-up. Throws a `UserError` until the attempts that the board asks for are logged;
 * two of the same day by the same way are one.
 *
 * @example
 * closeLost(afterThreeAttempts, settings, act).entry.action //=> 'lost-to-follow-up'
 */
export function closeLost(
  occurrence: Occurrence,
  { attemptsBeforeLost }: Pick<BoardSettings, 'attemptsBeforeLost'>,
  act: Act,
): ChangedOccurrence {
  refuseClosed(occurrence);
  const made = new Set(occurrence.attempts.map(({ on, way }) => `${on} ${way}`)).size;
  if (made < attemptsBeforeLost) {
    throw new UserError(
      `"Lost to follow-up" asks for ${attemptsBeforeLost} logged ${attemptsBeforeLost === 1 ? 'attempt' : 'attempts'}; ${made} ${made === 1 ? 'is' : 'are'} logged. Log each with its day and way, as ${LINES_TO_TYPE.attempt}, then close.`,
    );
  }
  const closing = closingBy(act, 'lost-to-follow-up');
  return changedOccurrence(occurrence, { closing }, 'lost-to-follow-up', act);
}
