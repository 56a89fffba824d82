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
  checkFractions(fractions, String(fractions));
  checkDose(totalDoseGy, `${totalDoseGy} Gy`);
  return { totalDoseGy, fractions, dosePerFractionGy: totalDoseGy / fractions };
}

/**
 * Throws a `DoseError` unless a number of fractions, shown `asWritten`, is a positive whole number.
 *
 * @example
 * checkFractions(2.5, '2,5'); // throws: '2,5 fractions cannot be given. …'
 */
export function checkFractions(fractions: number, asWritten: string): void {
  if (Number.isSafeInteger(fractions) && fractions > 0) return;
  throw new DoseError(
    'FRACTIONS_NOT_POSITIVE_INTEGER',
    `${asWritten} fractions cannot be given. Write a whole number from 1, as \`54 Gy/27F\`.`,
  );
}

/**
 * Throws a `DoseError` unless a dose in Gy, shown `asWritten`, is above 0 and ends.
 *
 * @example
 * checkDose(-0.5, '−50 cGy'); // throws: 'A dose of −50 cGy cannot be compared. …'
 */
export function checkDose(doseGy: number, asWritten: string): void {
  if (Number.isFinite(doseGy) && doseGy > 0) return;
  throw new DoseError(
    'DOSE_NOT_POSITIVE',
    `A dose of ${asWritten} cannot be compared. Write a dose above 0 Gy, as \`54 Gy/27F\`.`,
  );
}
