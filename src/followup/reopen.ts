import { UserError } from '../errors.ts';
import { type Act, type ChangedOccurrence, changedOccurrence } from './act.ts';
import { checkedReason, REOPENING_REASONS } from './closing-reasons.ts';
import type { Occurrence } from './follow-up.ts';
import { newRound } from './reschedule.ts';

/**
 * Opens a closed scan again; its proof goes (the history keeps it) and its ladder begins anew. Throws a `UserError`
 * when it is open, or when no reason of the list was picked.
 *
 * @example
 * reopen(closedOccurrence, 'closed by mistake', act).occurrence.closing //=> null
 */
export function reopen(occurrence: Occurrence, reason: string | null, act: Act): ChangedOccurrence {
  if (occurrence.closing === null) throw new UserError(`The scan of ${occurrence.targetOn} is open already.`);
  const picked = checkedReason(reason, REOPENING_REASONS, 'reopen CASE-12');
  const facts = {
    ...{ closing: null, examOn: null, reportReference: null, reviewedBy: null },
    ...newRound(occurrence, act),
  };
  const { occurrence: opened, entry } = changedOccurrence(occurrence, facts, 'reopened', act);
  const why = { field: 'reason', from: null, to: picked };
  return { occurrence: opened, entry: { ...entry, changes: [...entry.changes, why] } };
}
