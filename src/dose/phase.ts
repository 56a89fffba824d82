import { DoseError } from './dose-error.ts';
import type { Phase } from './regimen.ts';

/**
 * A phase of `fractions` equal fractions that add up to `totalDoseGy` Gy: d = D / n.
 * Throws a `DoseError` when the dose is not above 0 Gy or the fractions are no positive whole number.
 *
 * @example
 * phase(50.4, 28).dosePerFractionGy; // 1.8 Gy
 */
export function phase(totalDoseGy: number, fractions: number): Phase {
  if (!Number.isSafeInteger(fractions) || fractions <= 0) {
    throw new DoseError(
      'FRACTIONS_NOT_POSITIVE_INTEGER',
      `${fractions} fractions cannot be given. Write a whole number from 1, as \`54 Gy/27F\`.`,
    );
  }
  if (!Number.isFinite(totalDoseGy) || totalDoseGy <= 0) {
    throw new DoseError(
      'DOSE_NOT_POSITIVE',
      `A dose of ${totalDoseGy} Gy cannot be compared. Write a dose above 0 Gy, as \`54 Gy/27F\`.`,
    );
  }
  return { totalDoseGy, fractions, dosePerFractionGy: totalDoseGy / fractions };
}
