import { checkedAlphaBetaGy } from './alpha-beta.ts';
import type { Phase } from './regimen.ts';

/** Where the curve turns straight, and how steep it is from there (in units of α). */
export interface LinearTail {
  transitionDoseGy: number;
  /** The tangent, 1 + 2 dT / (α/β), when left out. */
  gammaOverAlpha?: number;
}

/**
 * The BED by the linear-quadratic-linear model, which follows LQ up to dT Gy per fraction and is straight above.
 *
 * d > dT: BED = Σ n [dT (1 + dT/(α/β)) + (γ/α)(d − dT)], γ/α = 1 + 2 dT/(α/β); else LQ. All in Gy.
 *
 * Astrahan's form, as in github.com/mynrminto/EQD2_Project (dose_io.py)
 * @see https://radiooncologyjournal.com/articles/jro-aid1005.php (Voyant & Julian 2017)
 * @example
 * bedLinearQuadraticLinearGy([phase(20, 1)], 10, { transitionDoseGy: 10 }); // 50 Gy10, where LQ gives 60
 */
export function bedLinearQuadraticLinearGy(
  phases: readonly Phase[],
  alphaBetaGy: number,
  { transitionDoseGy, gammaOverAlpha }: LinearTail,
): number {
  const ratio = checkedAlphaBetaGy(alphaBetaGy);
  const slope = gammaOverAlpha ?? 1 + (2 * transitionDoseGy) / ratio;
  return phases.reduce((sum, { fractions, dosePerFractionGy: d }) => {
    const curved = Math.min(d, transitionDoseGy);
    const straight = Math.max(0, d - transitionDoseGy);
    return sum + fractions * (curved * (1 + curved / ratio) + slope * straight);
  }, 0);
}
