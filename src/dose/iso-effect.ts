import { checkedAlphaBetaGy } from './alpha-beta.ts';
import { phase } from './phase.ts';
import type { Phase } from './regimen.ts';

/**
 * The phase of `fractions` equal fractions that has this BED at this α/β.
 *
 * d = (−r + √(r² + 4 r BED / n)) / 2 with r = α/β, doses in Gy; arithmetic, not a prescription.
 * Throws a `DoseError` when α/β, the BED or the number of fractions is not above 0.
 *
 * The root of n d (1 + d/r) = BED; RBApp's equations: http://individual.utoronto.ca/dtsang/rbapp_web/equations.html
 * @example
 * isoEffectPhase(60, 10, 1).totalDoseGy; // 20 Gy
 */
export function isoEffectPhase(bedInGy: number, alphaBetaGy: number, fractions: number): Phase {
  const ratio = checkedAlphaBetaGy(alphaBetaGy);
  // Written without the difference of two near numbers, which loses digits when α/β is large.
  const perFraction = bedInGy / phase(bedInGy, fractions).fractions;
  const dosePerFractionGy = (2 * perFraction) / (1 + Math.sqrt(1 + (4 * perFraction) / ratio));
  return phase(dosePerFractionGy * fractions, fractions);
}
