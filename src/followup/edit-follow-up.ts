import { UserError } from '../errors.ts';
import { type Act, type ChangedOccurrence, changedOccurrence, fieldChanges } from './act.ts';
import { checkedAnchor } from './checked-anchor.ts';
import { checkedDraft } from './checked-draft.ts';
import type { FollowUp, HistoryEntry, Occurrence } from './follow-up.ts';

/** What may be edited. A date is moved with `reschedule`, an anchor that is there with `moveAnchor`, people with `reassign`. */
export type FollowUpEdit = Partial<
  Pick<FollowUp, 'modality' | 'bodySite' | 'contrast' | 'windowDays' | 'anchor'>
>;

/**
 * Changes what a follow-up is about, and the window of its open dates; closed ones keep the window they had.
 * Throws a `UserError` for what the form would refuse, when nothing changes, and when an anchor would be replaced.
 *
 * @example
 * editFollowUp(followUp, occurrences, { windowDays: 7 }, act).changed.length //=> the number of open dates
 */
export function editFollowUp(
  followUp: FollowUp,
  occurrences: readonly Occurrence[],
  edit: FollowUpEdit,
  act: Act,
): { followUp: FollowUp; changed: ChangedOccurrence[]; entry: HistoryEntry } {
  if (edit.anchor) {
    checkedAnchor(edit.anchor);
    if (followUp.anchor !== null) {
      throw new UserError(
        'This follow-up counts from a set day already. Move that day; its open dates then move with it.',
      );
    }
  }
  const edited: FollowUp = { ...followUp, ...edit };
  checkedDraft({ ...edited, targetOn: followUp.firstTargetOn });
  const changes = fieldChanges(followUp, edited);
  if (changes.length === 0) throw new UserError('That is what stands there already. Nothing was changed.');
  const open = occurrences.filter(({ closing }) => closing === null);
  const changed =
    edited.windowDays === followUp.windowDays
      ? []
      : open.map((one) => changedOccurrence(one, { windowDays: fitting(one, edited) }, 'edited', act));
  const { by, atMs } = act;
  const entry = { followUpId: followUp.id, occurrenceId: null, action: 'edited', by, atMs, changes };
  return { followUp: edited, changed, entry };
}

/** Dates of a template have intervals of their own, and no window may reach the next date. */
function fitting({ intervalDays }: Occurrence, { windowDays }: FollowUp): number {
  return Math.min(windowDays, Math.floor(((intervalDays ?? Infinity) - 1) / 2));
}
