import { UserError } from '../errors.ts';
import { type Act, type ChangedOccurrence, changedOccurrence } from './act.ts';
import type { Occurrence } from './follow-up.ts';
import { comingDate, refuseClosed } from './refusals.ts';

/**
 * Notes the day of the appointment, or with null that it fell through. The scan stays open either way.
 * Throws a `UserError` for a day that is over, and when nothing would change.
 *
 * @example
 * book(occurrence, '2027-03-02', act).occurrence.closing //=> null
 */
export function book(occurrence: Occurrence, appointmentOn: string | null, act: Act): ChangedOccurrence {
  refuseClosed(occurrence);
  if (appointmentOn === occurrence.appointmentOn)
    throw new UserError(
      appointmentOn === null
        ? 'It has no appointment that could have fallen through. Pick the day of one.'
        : `It is booked for ${appointmentOn} already. Nothing was changed.`,
    );
  if (appointmentOn === null) return changedOccurrence(occurrence, { appointmentOn }, 'unbooked', act);
  comingDate(appointmentOn, 'the appointment', act.todayOn);
  return changedOccurrence(occurrence, { appointmentOn }, 'booked', act);
}
