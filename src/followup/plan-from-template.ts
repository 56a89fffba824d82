import { UserError } from '../errors.ts';
import type { Act } from './act.ts';
import { checkedDate } from './calendar-date.ts';
import { checkedAnchor } from './checked-anchor.ts';
import { checkedDraft, type FollowUpDraft } from './checked-draft.ts';
import { createFollowUp, newOccurrence } from './create-follow-up.ts';
import type { OfferedDate } from './expand-template.ts';
import type { Anchor, Board, FollowUp, HistoryEntry, Occurrence } from './follow-up.ts';

/** What a clinician approved: one examination of a template, with the dates as edited. */
export interface ApprovedPlan {
  templateId: string;
  anchor: Anchor;
  draft: Partial<Omit<FollowUpDraft, 'targetOn' | 'windowDays' | 'recurrence'>>;
  dates: readonly OfferedDate[];
}

/**
 * The follow-up and the occurrences of an approved plan. Throws a `UserError` that names what is missing, when no
 * date is left, when two dates are the same, or when one lies before the anchor.
 *
 * @example
 * planFromTemplate(plan, { id: 'f1', board, newId }, act).occurrences.length //=> 20, of 5 years every 3 months
 */
export function planFromTemplate(
  { templateId, anchor, draft, dates }: ApprovedPlan,
  { id, board, newId }: { id: string; board: Board; newId: () => string },
  act: Act,
): { followUp: FollowUp; occurrences: Occurrence[]; entry: HistoryEntry } {
  checkedAnchor(anchor);
  const inOrder = [...dates].sort((a, b) => (a.on < b.on ? -1 : 1));
  const [first] = inOrder;
  if (first === undefined) throw new UserError('The plan has no date. Keep one or more.');
  for (const { on } of inOrder) checkedDate(on, 'a date of the plan');
  if (first.on < anchor.on) {
    throw new UserError(
      `The date ${first.on} lies before ${anchor.on}, from which the plan counts. Pick a later one, or empty its field.`,
    );
  }
  if (new Set(inOrder.map(({ on }) => on)).size < inOrder.length) {
    throw new UserError('Two dates of the plan are the same. Move or remove one.');
  }
  const { on: targetOn, windowDays } = first;
  const checked = checkedDraft({ ...draft, targetOn, windowDays, recurrence: null });
  const { followUp, entry } = createFollowUp(checked, { id, board }, act);
  const occurrences = inOrder.map(({ on, fromAnchor, windowDays: days, intervalDays }, number) => ({
    ...newOccurrence({ id: newId(), followUpId: id, number, on, windowDays: days, intervalDays }, act),
    fromAnchor,
  }));
  return { followUp: { ...followUp, anchor, templateId }, occurrences, entry };
}
