import { type Act, type ChangedOccurrence, changedOccurrence } from './act.ts';
import { closingBy } from './closing-by.ts';
import { CLOSING_REASONS, checkedReason, type ReasonedState } from './closing-reasons.ts';
import type { Occurrence } from './follow-up.ts';
import { refuseClosed } from './refusals.ts';

/**
 * Closes a scan that will not be done here: not clinically necessary, declined, care moved, superseded.
 * Throws a `UserError` that lists the reasons when none of them was picked.
 *
 * @example
 * closeWithReason(occurrence, 'declined', 'patient declines this scan', act).entry.action //=> 'declined'
 */
export function closeWithReason(
  occurrence: Occurrence,
  state: ReasonedState,
  reason: string | null,
  act: Act,
): ChangedOccurrence {
  refuseClosed(occurrence);
  const picked = checkedReason(reason, CLOSING_REASONS[state], `close CASE-12 ${state}`);
  return changedOccurrence(occurrence, { closing: closingBy(act, state, { reason: picked }) }, state, act);
}
