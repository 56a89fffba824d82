import { countAmounts } from './count-amounts.ts';
import { DoseError } from './dose-error.ts';
import type { Token } from './token.ts';

/**
 * Cuts a schedule into its phases: at `+`, `→`, `then`, `followed by`, and at a `boost` behind a full phase.
 * Throws a `DoseError` when a phase is empty, or when `60+ Gy` names a limit.
 *
 * @example
 * splitPhases(tokenise('45 Gy in 25 + boost 9 Gy in 5')).length; // 2
 */
export function splitPhases(tokens: readonly Token[]): Token[][] {
  const phases: Token[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    const phase = phases.at(-1) ?? [];
    const boosts = isBoost(token) && countAmounts(phase) > 1 && countAmounts(tokens.slice(at)) > 0;
    if (token.kind === 'plus' && tokens[at + 1]?.kind === 'unit') {
      throw new DoseError(
        'BOUND_NOT_A_REGIMEN',
        '"+" before a unit names a limit. Write one dose, as `60 Gy/30F`.',
      );
    }
    if (token.kind === 'plus' || boosts) phases.push([]);
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

function isBoost(token: Token): boolean {
  return token.kind === 'word' && /^boosts?$/i.test(token.text);
}
