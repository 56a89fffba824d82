import { DoseError } from './dose-error.ts';
import type { PhaseNotes } from './phase-notes.ts';
import type { Phase } from './regimen.ts';

/**
 * Throws a `DoseError` where the days do not hold the fractions: `1.5 Gy BID x 15 days, total 22.5 Gy` is 30 fractions
 * by its days and 15 by its doses. Days behind `x` are days with treatment; of others, only as many as there are
 * fractions are wrong, where nothing but the division says how many fractions there are.
 *
 * @example
 * const notes = readAmounts(tokenise('1.5 Gy BID x 15 days, total 22.5 Gy'));
 * checkTreatmentDays(phase(22.5, 15), true, notes); // throws DOSE_MISMATCH
 */
export function checkTreatmentDays({ fractions }: Phase, isDivided: boolean, notes: PhaseNotes): void {
  const { fractionsPerDay, treatmentDays, overallDays, overallWeeks } = notes;
  if (fractionsPerDay === undefined) return;
  const isSeveral = isDivided && fractionsPerDay > 1;
  const inWeeks = overallWeeks === undefined ? undefined : 5 * overallWeeks;
  const counted =
    treatmentDays ?? (isSeveral && [overallDays, inWeeks].includes(fractions) ? fractions : undefined);
  if (counted === undefined || counted * fractionsPerDay === fractions) return;
  const often = fractionsPerDay === 1 ? 'one fraction' : `${fractionsPerDay} fractions`;
  throw new DoseError(
    'DOSE_MISMATCH',
    `${counted} days of ${often} are ${counted * fractionsPerDay} fractions, and the doses make ${fractions}. Write the total and the fractions, as \`45 Gy/30F BID\`.`,
  );
}
