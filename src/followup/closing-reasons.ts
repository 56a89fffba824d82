import { UserError } from '../errors.ts';
import type { TerminalState } from './follow-up.ts';

/** What may be picked, by the state that it explains. States that are not here need no reason. */
export const CLOSING_REASONS = {
  'not-clinically-necessary': [
    'replaced by another examination',
    'board changed the plan',
    'treatment changed',
    'patient no longer fit for consequences',
    'entered by mistake',
  ],
  declined: ['patient declines this scan', 'patient declines all follow-up', 'guardian declines'],
  'moved-care': ['other hospital', 'other country', 'palliative care elsewhere'],
  superseded: ['new plan', 'duplicate', 'anchor changed'],
} as const satisfies Partial<Record<TerminalState, readonly string[]>>;

/** A state that is closed with a picked reason and nothing else. */
export type ReasonedState = keyof typeof CLOSING_REASONS;

/** Kept under a word of the code's own; people read and write another. */
const spokenReasons: Readonly<Record<string, string>> = { 'anchor changed': 'start of the plan changed' };

/**
 * A reason as people read it.
 *
 * @example
 * reasonInWords('anchor changed') //=> 'start of the plan changed'
 */
export function reasonInWords(reason: string): string {
  return spokenReasons[reason] ?? reason;
}

/** Why a closed scan is opened again. */
export const REOPENING_REASONS = [
  'closed by mistake',
  'proof was of another scan',
  'patient is back',
] as const;

/**
 * Returns the reason when it is one of the list, or throws a `UserError` that shows the list and the line to type;
 * `words` are those that the reason stands behind.
 *
 * @example
 * checkedReason('new plan', CLOSING_REASONS.superseded, 'close CASE-12 superseded') //=> 'new plan'
 */
export function checkedReason(reason: string | null, allowed: readonly string[], words: string): string {
  if (reason !== null && allowed.includes(reason)) return reason;
  throw new UserError(reasonMissing(allowed, words));
}

/**
 * What to say to who gave no reason of a list, with the line to type.
 *
 * @example
 * reasonMissing(CLOSING_REASONS.superseded, 'close CASE-12 superseded')
 * //=> 'The reason is missing. Pick one of: new plan; … Write it behind the rest, as `/imt-followup close …`.'
 */
export function reasonMissing(allowed: readonly string[], words: string): string {
  return `The reason is missing. Pick one of: ${allowed.map(reasonInWords).join('; ')}. Write it behind the rest, as \`/imt-followup ${words} ${allowed[0]}\`.`;
}
