import { compareRegimens } from '../../dose/compare-regimens.ts';
import type { ComparedRegimen, Comparison } from '../../dose/comparison.ts';
import { type ChartLabel, chartLabels } from './chart-labels.ts';
import { drawnEffect } from './drawn-effect.ts';

interface Bar {
  series: string;
  gy: number;
  isEqd2: boolean;
  /** Where a phase ends inside the bar, in Gy. */
  phaseEnds: readonly number[];
}

/** The bars of one schedule; without those figures that cannot be computed. */
export interface BarGroup extends ChartLabel {
  bars: readonly Bar[];
}

/** What each kind of bar is called. The EQD2 is that of the first α/β. */
export function barSeriesNames({ regimens, alphaBetas, findings }: Comparison) {
  const isWeighted = regimens.some(({ regimen }) => regimen?.phases.some(({ rbeWeighted }) => rbeWeighted));
  const flat = findings.some((finding) => finding.kind === 'eqd2-cannot-differ' && finding.all);
  const at = `EQD2 at α/β ${alphaBetas[0]?.alphaBetaGy} Gy`;
  return {
    // Gy(RBE) are already weighted, so not a physical dose.
    dose: isWeighted ? 'Total dose' : 'Physical dose',
    eqd2: flat ? `${at}, as at any other` : at,
    linearQuadraticLinear: `${at}, LQ-L`,
  };
}

/** Each schedule's bars in the order of the comparison, and the sum of courses where it was asked for. */
export function barGroups(comparison: Comparison): BarGroup[] {
  const names = barSeriesNames(comparison);
  const labels = chartLabels(comparison.regimens);
  const groups = comparison.regimens.map((one, at): BarGroup => {
    const [first] = one.results;
    const doseGy = totalDoseGyOf(one);
    const ends = phaseEndsOf(one, comparison);
    const linearQuadraticLinear = first?.linearQuadraticLinear;
    return {
      ...(labels[at] ?? { name: '', detail: '' }),
      bars: [
        ...(doseGy === null ? [] : [bar(names.dose, doseGy, false, ends.dose)]),
        ...(first ? [bar(names.eqd2, drawnEffect(first).eqd2Gy, true, ends.eqd2)] : []),
        ...(linearQuadraticLinear
          ? [bar(names.linearQuadraticLinear, linearQuadraticLinear.eqd2Gy, true)]
          : []),
      ],
    };
  });
  const { sum } = comparison;
  const [first] = sum?.results ?? [];
  if (!sum || !first) return groups;
  const bars = [bar(names.dose, sum.totalDoseGy, false), bar(names.eqd2, first.eqd2Gy, true)];
  return [...groups, { name: `Sum of ${sum.regimens.length} courses`, detail: 'no recovery counted', bars }];
}

function bar(series: string, gy: number, isEqd2: boolean, phaseEnds: readonly number[] = []): Bar {
  return { series, gy, isEqd2, phaseEnds };
}

function totalDoseGyOf({ schedule }: ComparedRegimen): number | null {
  return schedule.kind === 'regimen' ? schedule.regimen.totalDoseGy : schedule.totalDoseGy;
}

/** Doses and BEDs of phases add up, so each phase alone is a part of the bar. */
function phaseEndsOf({ schedule, regimen }: ComparedRegimen, { options, alphaBetas }: Comparison) {
  const [first] = alphaBetas;
  if (schedule.kind !== 'regimen' || !regimen || !first || regimen.phases.length < 2)
    return { dose: [], eqd2: [] };
  const { overallDays: _days, reference: _reference, sumCourses: _sum, ...kept } = options;
  const alone = regimen.phases.map((phase) => ({
    ...schedule,
    regimen: { phases: [phase], totalDoseGy: phase.totalDoseGy, fractions: phase.fractions },
  }));
  const { regimens } = compareRegimens(alone, { ...kept, alphaBetaGy: [first.alphaBetaGy] }, []);
  const eqd2 = regimens.map(({ results }) => (results[0] ? drawnEffect(results[0]).eqd2Gy : 0));
  return { dose: runningSums(regimen.phases.map(({ totalDoseGy }) => totalDoseGy)), eqd2: runningSums(eqd2) };
}

/** Without the last, which is the whole. */
function runningSums(parts: readonly number[]): number[] {
  let sum = 0;
  return parts.slice(0, -1).map((part) => {
    sum += part;
    return sum;
  });
}
