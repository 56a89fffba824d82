import { UserError } from '../errors.ts';
import type { Act, ChangedOccurrence } from './act.ts';
import { closeLost } from './close-lost.ts';
import { closeWithReason } from './close-with-reason.ts';
import { CLOSING_REASONS, type ReasonedState } from './closing-reasons.ts';
import { completeElsewhere } from './complete-elsewhere.ts';
import type { AroundScan } from './exam-date.ts';
import type { BoardSettings, Occurrence } from './follow-up.ts';
import { howToClose } from './how-to-close.ts';
import { LINES_TO_TYPE } from './lines-to-type.ts';
import type { ScanFacts } from './read-scan-request.ts';

/**
 * Closes one scan for any reason but its own proof, by the words of a command or a dialog. Throws a `UserError`
 * for what the state still needs, and for a state that is closed another way.
 *
 * @example
 * closeAs(occurrence, { state: 'superseded', reason: 'new plan' }, settings, act).entry.action //=> 'superseded'
 */
export function closeAs(
  occurrence: Occurrence,
  { state, reason, examOn, proof, witness }: ScanFacts,
  settings: BoardSettings,
  act: Act,
  around?: AroundScan,
): ChangedOccurrence {
  if (state === 'completed-elsewhere') {
    const shown = { examOn: examOn ?? null, proof: proof ?? null, witness: witness ?? null };
    return completeElsewhere(occurrence, shown, act, around);
  }
  if (state === 'lost-to-follow-up') return closeLost(occurrence, settings, act);
  if (isReasoned(state)) return closeWithReason(occurrence, state, reason ?? null, act);
  throw new UserError(
    state === 'completed'
      ? `A scan is completed with its proof: exam date, report and reviewer. Write ${LINES_TO_TYPE.done}.`
      : `Nothing was changed. ${howToClose}`,
  );
}

function isReasoned(state: string | undefined): state is ReasonedState {
  return state !== undefined && Object.hasOwn(CLOSING_REASONS, state);
}
