import { DoseError } from './dose-error.ts';
import type { Amount } from './phase-notes.ts';
import type { DoseWarningCode } from './regimen.ts';

/**
 * The dose of an amount in Gy. Without a unit, up to 100 is taken for Gy and from 500 for cGy (a dose of one
 * fraction: up to 40, from 100), and said so; between them nobody can know.
 * Throws a `DoseError` for what has no unit and could be either, and for `1,800 Gy`, which reads two ways.
 *
 * @example
 * const [amount] = readAmounts(tokenise('5400')).amounts;
 * decideUnit(amount, 'total', null); // { doseGy: 54, unitGy: 0.01, warning: 'UNIT_ASSUMED_CGY' }
 */
export function decideUnit(
  amount: Amount,
  role: 'total' | 'perFraction',
  inheritedUnitGy: number | null,
): { doseGy: number; unitGy: number; warning?: DoseWarningCode } {
  const stated = amount.kind === 'dose' ? amount.unitGy : inheritedUnitGy;
  if (amount.commaThousands && stated !== 0.01) {
    throw new DoseError(
      'NUMBER_FORMAT',
      `"${amount.text}" can be read with a decimal comma or with thousands. Write ${inDigits(amount)} cGy or ${inDigits(amount, '.')} Gy.`,
    );
  }
  if (/\.\d{3}$/.test(amount.text.split(' ')[0] ?? '') && stated === 0.01) {
    throw new DoseError(
      'NUMBER_FORMAT',
      `"${amount.text}" can be read as thousands or as decimals. Write ${inDigits(amount)} cGy, or fewer decimals.`,
    );
  }
  if (stated !== null) return { doseGy: inGy(amount.value, stated), unitGy: stated };
  const [gyUpTo, cgyFrom] = role === 'total' ? [100, 500] : [40, 100];
  if (amount.value <= gyUpTo) return { doseGy: amount.value, unitGy: 1, warning: 'UNIT_ASSUMED_GY' };
  if (amount.value >= cgyFrom) {
    return { doseGy: inGy(amount.value, 0.01), unitGy: 0.01, warning: 'UNIT_ASSUMED_CGY' };
  }
  throw new DoseError(
    'NO_REGIMEN_FOUND',
    `I cannot tell whether "${amount.text}" is a dose. Write its unit, as \`54 Gy/27F\` or \`5400 cGy/27F\`.`,
  );
}

/** The number of `1,800 Gy` with another sign in place of its comma or point. */
function inDigits({ text }: Amount, sign = ''): string {
  return (text.split(' ')[0] ?? '').replace(/[.,](?=\d{3}$)/, sign);
}

/**
 * A dose in Gy, from its number and what its unit is in Gy. 267 × 0.01 is 2.67 in decimal and 2.6700000000000004 in
 * binary: it is divided instead.
 *
 * @example
 * inGy(267, 0.01); // 2.67
 */
export function inGy(value: number, unitGy: number): number {
  return unitGy === 1 ? value : value / Math.round(1 / unitGy);
}
