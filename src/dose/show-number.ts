/**
 * A number with at most `decimals` decimals and no trailing zeros.
 *
 * @example
 * showNumber(48.599999999999994, 4); // '48.6'
 */
export function showNumber(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)));
}

/**
 * A BED, EQD2 or their difference: one decimal, always.
 *
 * @example
 * showOneDecimal(54); // '54.0'
 */
export function showOneDecimal(gy: number): string {
  const shown = gy.toFixed(1);
  return shown === '-0.0' ? '0.0' : shown;
}

/**
 * A dose per fraction: two decimals where it needs them, so that `3.33` is seen to be rounded and `2` exact.
 *
 * @example
 * showDosePerFraction(10 / 3); // '3.33'
 */
export function showDosePerFraction(gy: number): string {
  return isShownExactly(gy) ? showNumber(gy, 2) : gy.toFixed(2);
}

/**
 * Whether two decimals say all of a dose per fraction, in Gy.
 *
 * @example
 * isShownExactly(2.67); // true; of 10 / 3 it is false
 */
export function isShownExactly(gy: number): boolean {
  return Math.abs(gy - Number(gy.toFixed(2))) < 1e-7;
}
