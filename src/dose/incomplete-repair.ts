import { checkedAlphaBetaGy } from './alpha-beta.ts';
import { DoseError } from './dose-error.ts';
import type { Phase } from './regimen.ts';

/** How far apart the fractions of one day are, and how fast the tissue repairs. */
export interface Repair {
  intervalHours: number;
  halfTimeHours: number;
}

/**
 * The factor Hm by which damage left over from earlier fractions of the same day adds to the next.
 *
 * Hm = (2/m) (θ/(1−θ)) (m − (1−θ^m)/(1−θ)), θ = e^(−ln2·ΔT/T½), m fractions a day, ΔT and T½ in hours;
 * for m = 2 it is θ, for m = 1 it is 0. Overnight repair is taken to be complete.
 * Throws a `DoseError` when a time is not above 0 or the day is too short.
 *
 * Thames' factor in its standard form; the printed source was not opened.
 * @example
 * incompleteRepairFactor(2, { intervalHours: 6, halfTimeHours: 4 }); // 0.3536
 */
export function incompleteRepairFactor(fractionsPerDay: number, repair: Repair): number {
  const { intervalHours, halfTimeHours } = repair;
  if (![intervalHours, halfTimeHours].every((hours) => Number.isFinite(hours) && hours > 0)) {
    throw new DoseError(
      'OPTION_INVALID',
      'Incomplete repair needs two times above 0 hours. Write `interval=6h repair=4h`.',
    );
  }
  if (fractionsPerDay === 1) return 0;
  if ((fractionsPerDay - 1) * intervalHours >= 24) {
    throw new DoseError(
      'OPTION_INVALID',
      `${fractionsPerDay} fractions ${intervalHours} hours apart do not fit in a day. Write a shorter \`interval=\`.`,
    );
  }
  const theta = Math.exp((-Math.LN2 * intervalHours) / halfTimeHours);
  // As θ → 1 (nothing repaired) the closed form is 0/0; its limit is m − 1.
  if (1 - theta < 1e-9) return fractionsPerDay - 1;
  const m = fractionsPerDay;
  return (2 / m) * (theta / (1 - theta)) * (m - (1 - theta ** m) / (1 - theta));
}

/**
 * The BED of phases of which some are given several times a day: BED = Σ D [1 + (1 + Hm) d / (α/β)], in Gy.
 * A phase without a stated frequency is given once a day and repairs fully.
 *
 * Thames' factor in its standard form; the printed source was not opened.
 * @example
 * bedIncompleteRepairGy([{ ...phase(69.6, 58), fractionsPerDay: 2 }], 3,
 *   { intervalHours: 6, halfTimeHours: 4 }); // 107.3 Gy3, where full repair gives 97.4
 */
export function bedIncompleteRepairGy(phases: readonly Phase[], alphaBetaGy: number, repair: Repair): number {
  const ratio = checkedAlphaBetaGy(alphaBetaGy);
  return phases.reduce((sum, { totalDoseGy, dosePerFractionGy, fractionsPerDay = 1 }) => {
    const hm = incompleteRepairFactor(fractionsPerDay, repair);
    return sum + totalDoseGy * (1 + ((1 + hm) * dosePerFractionGy) / ratio);
  }, 0);
}
