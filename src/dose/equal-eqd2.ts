import type { ComparedRegimen } from './comparison.ts';
import { lqStrongNoteAboveGy } from './lq-limits.ts';

/**
 * The α/β (Gy) at which two schedules have the same EQD2, if there is one.
 *
 * BEDs D + S/(α/β), with S = Σ D d, are equal where α/β = (S₂ − S₁) / (D₁ − D₂). None for a schedule with
 * incomplete repair or above 10 Gy per fraction, of which this formula says too much.
 *
 * @example
 * const [of60GyIn30, of55GyIn20] = compareTyped('60 Gy/30F vs 55 Gy/20F', { cases: [], shown: [] }).comparison.regimens;
 * equalEqd2AlphaBetaGy(of60GyIn30, of55GyIn20) //=> 6.25
 */
export function equalEqd2AlphaBetaGy(first: ComparedRegimen, second: ComparedRegimen): number | null {
  const [one, other] = [plainLq(first), plainLq(second)];
  if (!one || !other || one.totalDoseGy === other.totalDoseGy) return null;
  const alphaBetaGy = (other.squares - one.squares) / (one.totalDoseGy - other.totalDoseGy);
  return alphaBetaGy > 0 ? alphaBetaGy : null;
}

function plainLq({ regimen, results }: ComparedRegimen): { totalDoseGy: number; squares: number } | null {
  if (!regimen || results.some(({ incompleteRepair }) => incompleteRepair)) return null;
  if (regimen.phases.some(({ dosePerFractionGy }) => dosePerFractionGy > lqStrongNoteAboveGy)) return null;
  const { totalDoseGy, phases } = regimen;
  const squares = phases.reduce((sum, phase) => sum + phase.totalDoseGy * phase.dosePerFractionGy, 0);
  return { totalDoseGy, squares };
}
