import { DoseError } from './dose-error.ts';
import type { Phase } from './regimen.ts';
import { showNumber } from './show-number.ts';

const mostFractions = 100;
const mostGyPerFraction = 40;
/** What is below has a sentence of its own. */
export const leastGyPerFraction = 0.1;
const mostTotalGy = 200;

/**
 * Throws a `DoseError` for a phase that nobody gives: over 100 fractions, below 0.1 or above 40 Gy a fraction,
 * over 200 Gy in all. Asks for the other unit where that would be plausible.
 *
 * @example
 * checkPlausible(phase(5400, 27), 1); // throws: '5400 Gy in 27 fractions is 200 Gy per fraction; did you mean 5400 cGy? …'
 */
export function checkPlausible(
  { totalDoseGy, fractions, dosePerFractionGy: d }: Phase,
  unitGy: number,
): void {
  if (fractions > mostFractions) {
    throw new DoseError(
      'FRACTIONS_IMPLAUSIBLE',
      `${fractions} fractions is more than any course has. Write the number of fractions, as \`60 Gy/30F\`.`,
    );
  }
  if (d > mostGyPerFraction || d < leastGyPerFraction) {
    const asked = askEach(totalDoseGy, fractions) ?? askUnit(totalDoseGy, fractions, unitGy);
    throw new DoseError(
      'DOSE_PER_FRACTION_IMPLAUSIBLE',
      `${showNumber(totalDoseGy, 4)} Gy in ${fractions} ${fractions === 1 ? 'fraction' : 'fractions'} is ${showNumber(d, 2)} Gy per fraction; ${asked}`,
    );
  }
  if (totalDoseGy > mostTotalGy) {
    throw new DoseError(
      'TOTAL_DOSE_IMPLAUSIBLE',
      `${showNumber(totalDoseGy, 2)} Gy in one phase is more than any course has. Write the dose of one course, as \`60 Gy/30F\`.`,
    );
  }
}

/** `2 Gy in 25 fractions`: of a dose that small, each fraction is meant far more likely than all. */
function askEach(totalDoseGy: number, fractions: number): string | null {
  const isEach =
    totalDoseGy >= 1 && totalDoseGy < leastGyPerFraction * fractions && totalDoseGy * fractions <= 100;
  if (!isEach) return null;
  const each = showNumber(totalDoseGy, 4);
  return `is ${each} Gy the dose of each? Write \`${each} Gy x ${fractions}\`.`;
}

function askUnit(totalDoseGy: number, fractions: number, unitGy: number): string {
  const otherGy = unitGy === 1 ? totalDoseGy / 100 : totalDoseGy * 100;
  const d = otherGy / fractions;
  if (d < 1 || d > mostGyPerFraction || otherGy > mostTotalGy) {
    return 'between 0.1 and 40 Gy can be compared. Write the dose and the fractions, as `54 Gy/27F`.';
  }
  const asWritten = unitGy === 1 ? `${showNumber(totalDoseGy, 4)} cGy` : `${showNumber(otherGy, 4)} Gy`;
  return `did you mean ${asWritten}? Write \`${asWritten}/${fractions}F\`.`;
}
