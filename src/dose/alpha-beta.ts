import { DoseError } from './dose-error.ts';

/**
 * Returns α/β in Gy as given, or throws a `DoseError`: 0, negative, NaN and infinite values have no BED.
 * A calculator that answers with the physical dose here hides the mistake.
 *
 * @example
 * checkedAlphaBetaGy(10); // 10 Gy
 */
export function checkedAlphaBetaGy(alphaBetaGy: number): number {
  if (!Number.isFinite(alphaBetaGy) || alphaBetaGy <= 0) {
    throw new DoseError(
      'ALPHA_BETA_NOT_POSITIVE',
      `α/β = ${alphaBetaGy} Gy has no meaning. Write a number above 0, as \`ab=10,3\`.`,
    );
  }
  return alphaBetaGy;
}
