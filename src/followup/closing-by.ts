import type { Act } from './act.ts';
import type { Closing, TerminalState } from './follow-up.ts';

/**
 * That a person closes an occurrence now in a state, with what explains it: a reason, a proof, a witness.
 *
 * @example
 * closingBy(act, 'declined', { reason: 'patient declines this scan' }).witness //=> null
 */
export function closingBy(
  { by, atMs }: Act,
  state: TerminalState,
  explained: Partial<Pick<Closing, 'reason' | 'proof' | 'witness'>> = {},
): Closing {
  return { state, reason: null, by, atMs, proof: null, witness: null, ...explained };
}
