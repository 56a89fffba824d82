import { checkedAlphaBetaGy } from './alpha-beta.ts';
import { DoseError } from './dose-error.ts';

/**
 * The dose in fractions of `referenceDosePerFractionGy` (X) that has this BED: EQDX = BED / (1 + X / (α/β)),
 * which for one phase is D (d + α/β) / (X + α/β). All in Gy.
 * Throws a `DoseError` when α/β or X is not above 0.
 *
 * @see ICRU wording at http://icrpaedia.org/index.php?printable=yes&title=Equieffective_dose
 * @example
 * eqdxGy(100, 3, 1.8); // 62.5 Gy in 1.8 Gy fractions
 */
export function eqdxGy(bedInGy: number, alphaBetaGy: number, referenceDosePerFractionGy: number): number {
  const ratio = checkedAlphaBetaGy(alphaBetaGy);
  if (!Number.isFinite(referenceDosePerFractionGy) || referenceDosePerFractionGy <= 0) {
    throw new DoseError(
      'DOSE_NOT_POSITIVE',
      `An equivalent in fractions of ${referenceDosePerFractionGy} Gy cannot be computed. Write a dose above 0 Gy.`,
    );
  }
  return bedInGy / (1 + referenceDosePerFractionGy / ratio);
}

/**
 * The dose in 2 Gy fractions that has this BED: EQD2 = BED / (1 + 2 / (α/β)), in Gy.
 *
 * @see ICRU wording at http://icrpaedia.org/index.php?printable=yes&title=Equieffective_dose
 * @example
 * eqd2Gy(60, 10); // 50 Gy: what 20 Gy in one fraction is at α/β 10
 */
export function eqd2Gy(bedInGy: number, alphaBetaGy: number): number {
  return eqdxGy(bedInGy, alphaBetaGy, 2);
}
