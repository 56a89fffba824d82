import { DoseError } from './dose-error.ts';
import type { ReadPhase } from './read-phase.ts';
import { sumPhases } from './regimen.ts';
import { showNumber } from './show-number.ts';

/**
 * Throws a `DoseError` where a later phase names a total that the phases before it may be part of: `45 Gy/25F, boost to
 * 54 Gy/30F` is 54 Gy far more likely than 99 Gy.
 *
 * @example
 * refuseCumulative([readPhase(tokenise('45 Gy/25F'), null), readPhase(tokenise('to 54 Gy/30F'), null)]);
 * // throws: 'Are 54 Gy the whole course, or given after 45 Gy? Write `45 Gy/25F + 9 Gy/5F`, …'
 */
export function refuseCumulative(read: readonly ReadPhase[]): void {
  for (const [at, { phase, notes }] of read.entries()) {
    const before = sumPhases(read.slice(0, at).map((one) => one.phase));
    const isTold =
      notes.endsWithTotal ||
      notes.amounts.some(
        ({ kind, total, before: signs }) =>
          kind === 'dose' && (total || signs.has('to') || signs.has('total')),
      );
    const moreFractions = phase.fractions - before.fractions;
    if (at === 0 || !isTold || phase.totalDoseGy <= before.totalDoseGy || moreFractions <= 0) continue;
    const shown = (gray: number) => showNumber(gray, 4);
    const more = shown(phase.totalDoseGy - before.totalDoseGy);
    throw new DoseError(
      'UNPARSED_TAIL',
      `Are ${shown(phase.totalDoseGy)} Gy the whole course, or given after ${shown(before.totalDoseGy)} Gy? Write \`${shown(before.totalDoseGy)} Gy/${before.fractions}F + ${more} Gy/${moreFractions}F\`, or the second phase without "to" and "total".`,
    );
  }
}
