import { DoseError } from './dose-error.ts';
import type { Token } from './token.ts';

/**
 * Throws a `DoseError` when a range begins at this number: `54-60 Gy`, `27 to 30F`, `50~54`;
 * but not at the dash of `54 Gy - 27F`.
 *
 * @example
 * refuseRange(tokenise('54-60 Gy'), 0); // throws RANGE_NOT_A_REGIMEN
 */
export function refuseRange(tokens: readonly Token[], at: number): void {
  const wrote = (number: number) => {
    const after = tokens[number + 1]?.kind;
    return after === 'unit' || after === 'fractions' ? after : 'bare';
  };
  const left = wrote(at);
  const joint = at + (left === 'bare' ? 1 : 2);
  const between = tokens[joint]?.kind;
  if (tokens[joint + 1]?.kind !== 'number') return;
  const right = wrote(joint + 1);
  const alike = left === 'bare' || right === 'bare' || left === right;
  if ((between === 'dash' || between === 'approximately') && alike) throw rangeError();
  if (between !== 'to') return;
  // "1.5 Gy to 45 Gy" goes from one fraction to the total; "50 Gy to 54 Gy" is less than two fractions apart.
  const twoTotals =
    left === 'unit' && right === 'unit' && valueAt(tokens, joint + 1) < 2 * valueAt(tokens, at);
  if (left === 'bare' || (left === 'fractions' && right === 'fractions') || twoTotals) throw rangeError();
}

function valueAt(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  return token?.kind === 'number' ? token.value : Number.NaN;
}

/**
 * The refusal of a range, which asks for one dose or for both ends.
 *
 * @example
 * rangeError().code; // 'RANGE_NOT_A_REGIMEN'
 */
export function rangeError(): DoseError {
  return new DoseError(
    'RANGE_NOT_A_REGIMEN',
    'A range is not a schedule. Write one dose and one number of fractions, or compare both ends: `54 Gy/27F vs 60 Gy/30F`.',
  );
}
