import { UserError } from '../errors.ts';
import { type Act, type ChangedOccurrence, changedOccurrence } from './act.ts';
import type { Occurrence } from './follow-up.ts';
import { comingDate, refuseClosed } from './refusals.ts';
import { windowOf } from './scan-window.ts';

/**
 * Moves the target date of one scan; its planned date, and every other date of the series, stay. The ladder begins
 * anew, and an appointment outside the new window goes. Throws a `UserError` for a date that is over, the same, or that of another open one of `ofFollowUp`.
 *
 * @example
 * reschedule(occurrence, '2027-03-23', act).occurrence.plannedOn //=> '2027-02-23'
 */
export function reschedule(
  occurrence: Occurrence,
  targetOn: string,
  act: Act,
  ofFollowUp: readonly Occurrence[] = [],
): ChangedOccurrence {
  refuseClosed(occurrence);
  comingDate(targetOn, 'the new date', act.todayOn);
  if (targetOn === occurrence.targetOn) {
    throw new UserError(`The scan is planned for ${targetOn} already. Write another date.`);
  }
  if (ofFollowUp.some((one) => one.targetOn === targetOn && one.closing === null)) {
    throw new UserError(
      `There is another date of this follow-up on ${targetOn}. Write another day, or close this one as superseded.`,
    );
  }
  const facts = {
    targetOn,
    appointmentOn: appointmentIn(occurrence, targetOn),
    ...newRound(occurrence, act),
  };
  return changedOccurrence(occurrence, facts, 'rescheduled', act);
}

/**
 * The appointment of a scan that moves to another date: null when it has none within the window of that date.
 *
 * @example
 * appointmentIn({ appointmentOn: '2027-02-27', windowDays: 14 }, '2027-08-20') //=> null
 */
export function appointmentIn(
  { appointmentOn, windowDays }: Pick<Occurrence, 'appointmentOn' | 'windowDays'>,
  targetOn: string,
): string | null {
  const { opensOn, closesOn } = windowOf({ targetOn, windowDays });
  const within = appointmentOn !== null && appointmentOn >= opensOn && appointmentOn <= closesOn;
  return within ? appointmentOn : null;
}

/**
 * The facts with which the ladder begins anew: its steps are new messages, and a snooze is over.
 *
 * @example
 * newRound({ round: 0 }, act) //=> { round: 1, roundStartedAtMs: act.atMs, snoozedUntilOn: null, snoozedAtMs: null }
 */
export function newRound({ round }: Pick<Occurrence, 'round'>, { atMs }: Act): Partial<Occurrence> {
  return { round: round + 1, roundStartedAtMs: atMs, snoozedUntilOn: null, snoozedAtMs: null };
}
