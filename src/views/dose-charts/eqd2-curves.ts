import { compareRegimens } from '../../dose/compare-regimens.ts';
import type { Comparison, Result } from '../../dose/comparison.ts';
import { chartLabels } from './chart-labels.ts';
import { drawnEffect } from './drawn-effect.ts';

export interface Eqd2Point {
  alphaBetaGy: number;
  eqd2Gy: number;
}

/** EQD2 of one schedule, in one model, over α/β. */
export interface Eqd2Curve {
  name: string;
  /** Index of the schedule in the comparison: its LQ-L curve has the same. */
  regimen: number;
  isLinearQuadraticLinear: boolean;
  points: readonly Eqd2Point[];
  /** The points at the α/β of the comparison, in its order. */
  chosen: readonly Eqd2Point[];
}

const points = 60;

/** From 1 to 20 Gy, and as far as the chosen α/β need. */
export function alphaBetaRangeGy({ alphaBetas }: Comparison): readonly [number, number] {
  const chosen = alphaBetas.map(({ alphaBetaGy }) => alphaBetaGy);
  return [Math.min(1, ...chosen), Math.max(20, ...chosen)];
}

/** A curve for each schedule that can be computed, and one more where LQ-L stands beside LQ. */
export function eqd2Curves(comparison: Comparison): Eqd2Curve[] {
  const [least, most] = alphaBetaRangeGy(comparison);
  const steps = Array.from({ length: points + 1 }, (_, at) => least * (most / least) ** (at / points));
  const { overallDays: _days, reference: _reference, sumCourses: _sum, ...options } = comparison.options;
  const schedules = comparison.regimens.map(({ schedule }) => schedule);
  const { regimens } = compareRegimens(schedules, { ...options, alphaBetaGy: steps }, []);
  const labels = chartLabels(comparison.regimens);
  return regimens.flatMap(({ results }, regimen): Eqd2Curve[] => {
    if (results.length === 0) return [];
    const shown = comparison.regimens[regimen]?.results ?? [];
    const name = labels[regimen]?.name ?? '';
    const lq = curve(name, regimen, false, results, shown);
    if (!results[0]?.linearQuadraticLinear) return [lq];
    return [lq, curve(`${name}, LQ-L`, regimen, true, results, shown)];
  });
}

function curve(
  name: string,
  regimen: number,
  isLinearQuadraticLinear: boolean,
  results: readonly Result[],
  shown: readonly Result[],
): Eqd2Curve {
  const point = (result: Result): Eqd2Point => {
    const effect = isLinearQuadraticLinear ? result.linearQuadraticLinear : drawnEffect(result);
    return { alphaBetaGy: result.alphaBetaGy, eqd2Gy: (effect ?? result).eqd2Gy };
  };
  return { name, regimen, isLinearQuadraticLinear, points: results.map(point), chosen: shown.map(point) };
}
