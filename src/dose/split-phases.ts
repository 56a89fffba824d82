import { countAmounts } from './count-amounts.ts';
import { DoseError } from './dose-error.ts';
import { isBoost } from './is-boost.ts';
import type { Token, TokenKind } from './token.ts';

/**
 * Cuts a schedule into its phases: at `+`, `→`, `then`, `followed by`, and at a `boost` behind or before a full phase,
 * or at the `with` that brings one.
 * Throws a `DoseError` when a phase is empty, or when `60+ Gy` names a limit.
 *
 * @example
 * splitPhases(tokenise('45 Gy in 25 + boost 9 Gy in 5')).length; // 2
 */
export function splitPhases(tokens: readonly Token[]): Token[][] {
  const phases: Token[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    const phase = phases.at(-1) ?? [];
    const isFull = () => countAmounts(phase) > 1;
    const boosts =
      isBoost(token) &&
      ((isFull() && countAmounts(tokens.slice(at)) > 0) ||
        (countAmounts(phase) === 1 && opensFullPhase(tokens.slice(at + 1))));
    // "50 Gy in 25 with a 16 Gy in 8 boost": the word stands behind its dose.
    const added = joinsBoost.includes(token.kind) && isFull() && addsBoost(tokens.slice(at));
    if (token.kind === 'plus' && tokens[at + 1]?.kind === 'unit') {
      throw new DoseError(
        'BOUND_NOT_A_REGIMEN',
        '"+" before a unit names a limit. Write one dose, as `60 Gy/30F`.',
      );
    }
    if (token.kind === 'plus' || boosts || added) phases.push([]);
    else phase.push(token);
  }
  if (phases.length > 1 && phases.some((phase) => countAmounts(phase) === 0)) {
    throw new DoseError(
      'PHASE_INCOMPLETE',
      'A phase is missing beside "+". Write both, as `38 Gy/19F + 16 Gy/8F`.',
    );
  }
  return phases;
}

/**
 * What comes behind `boost` is a dose and its fractions. Then a lone dose before it lacks its own: read as one, "45 Gy
 * boost 9 Gy/5F" would be 45 Gy in 5 fractions of 9 Gy.
 */
function opensFullPhase(rest: readonly Token[]): boolean {
  const first = rest.find(({ kind }) => kind !== 'word' && kind !== 'of');
  const end = rest.findIndex(({ kind }) => kind === 'plus' || kind === 'with');
  const coming = end < 0 ? rest : rest.slice(0, end);
  // "10 Gy boost of 2 Gy x 5" is one phase, written out.
  return first?.kind === 'number' && countAmounts(coming) > 1 && !coming.some(({ kind }) => kind === 'times');
}

const joinsBoost: readonly TokenKind[] = ['with', 'and'];

function addsBoost(tokens: readonly Token[]): boolean {
  const boost = tokens.findIndex(isBoost);
  return boost > 0 && countAmounts(tokens.slice(0, boost)) > 0 && countAmounts(tokens) > 1;
}
