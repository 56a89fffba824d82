import { UserError } from '../errors.ts';
import { checkedDate } from './calendar-date.ts';
import type { Anchor } from './follow-up.ts';

/** What a plan may count from; picked, never written, so that no name gets in. */
export const ANCHOR_LABELS: readonly string[] = [
  'end of treatment',
  'end of radiotherapy',
  'end of chemoradiotherapy',
  'end of systemic therapy',
  'start of systemic therapy',
  'operation',
  'diagnosis',
  'recurrence',
  'board decision',
];

/**
 * Returns an anchor whose label is on the list and whose date is one, or throws a `UserError` that repeats neither.
 *
 * @example
 * checkedAnchor({ label: 'operation', on: '2026-11-30' }) //=> { label: 'operation', on: '2026-11-30' }
 */
export function checkedAnchor(anchor: Anchor): Anchor {
  if (!ANCHOR_LABELS.includes(anchor.label)) {
    throw new UserError(`What it counts from is not on the list. Pick one of: ${ANCHOR_LABELS.join('; ')}.`);
  }
  checkedDate(anchor.on, 'the day from which it counts');
  return anchor;
}
