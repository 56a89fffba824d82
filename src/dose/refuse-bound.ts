import { DoseError } from './dose-error.ts';
import { measureEnd } from './measure-end.ts';
import type { Token } from './token.ts';

/** Limits only right before a number: "above 60 Gy" is one, "above the knee" is a place. */
const places = ['above', 'below', 'under', 'over'];
/** "tolerance 54 Gy", "limit = 54 Gy/27F", but not "within tolerance". */
const limits = /^(?:limits?|constraints?|tolerance|threshold)$/;

/**
 * Throws a `DoseError` when the word or sign at `at` makes a limit of a dose: `≥60 Gy`, `up to 60 Gy`, `over 60 Gy`;
 * but not in `over 6 weeks`, `follow-up`, `80/min`, `at least 6 h`, nor where `up to` follows the dose of one fraction.
 *
 * @example
 * refuseBound(tokenise('≥60 Gy'), 0, false); // throws BOUND_NOT_A_REGIMEN
 */
export function refuseBound(tokens: readonly Token[], at: number, isBehindDose: boolean): void {
  const token = tokens[at] as Token;
  const following = tokens[at + 1]?.kind;
  const word = token.text.toLowerCase();
  if (token.kind === 'in' && word === 'over') {
    if (isBehindDose || following !== 'number' || tokens[at + 2]?.kind !== 'unit') return;
  } else if (token.kind !== 'bound') return;
  if (limits.test(word) && !['number', 'of', 'equals'].includes(following ?? '')) return;
  if (places.includes(word) && following !== 'number') return;
  if (word === 'up' && (isBehindDose || following !== 'to')) return;
  if (/\p{L}/u.test(word) && following === 'number' && measureEnd(tokens, at + 1) > at + 1) return;
  if (word === 'min' && tokens[at - 1]?.kind === 'slash') return;
  throw new DoseError(
    'BOUND_NOT_A_REGIMEN',
    `"${token.text}" names a limit, not a schedule. Write one dose, as \`60 Gy/30F\`.`,
  );
}
