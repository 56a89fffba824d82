import { checkedAlphaBetaGy } from './alpha-beta.ts';
import type { Phase } from './regimen.ts';

/**
 * The biologically effective dose of phases given with full repair between fractions; phases add up.
 *
 * BED = Σ D (1 + d / (α/β)), doses in Gy, result in Gy for this α/β alone: never add BEDs of different α/β.
 * Throws a `DoseError` when α/β is not above 0.
 *
 * @see http://individual.utoronto.ca/dtsang/rbapp_web/equations.html
 * @see Fowler 2010, doi:10.1259/bjr/31372149
 * @example
 * bedGy([phase(60, 30)], 10); // 72 Gy10
 */
export function bedGy(phases: readonly Phase[], alphaBetaGy: number): number {
  const ratio = checkedAlphaBetaGy(alphaBetaGy);
  return phases.reduce(
    (sum, { totalDoseGy, dosePerFractionGy: d }) => sum + totalDoseGy * (1 + d / ratio),
    0,
  );
}
