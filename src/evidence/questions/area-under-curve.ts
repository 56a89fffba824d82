/**
 * How often a question that can be answered scores above one that cannot (AUROC); ties count half. NaN when one of
 * the two kinds is missing.
 *
 * @example
 * areaUnderCurve([0.9, 0.4], [0.4, 0.1]) //=> 0.875
 */
export function areaUnderCurve(answerable: readonly number[], unanswerable: readonly number[]): number {
  let above = 0;
  for (const high of answerable) {
    for (const low of unanswerable) above += high > low ? 1 : high === low ? 0.5 : 0;
  }
  return above / (answerable.length * unanswerable.length);
}
