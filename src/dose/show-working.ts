import type { ComparedRegimen, Comparison, Result } from './comparison.ts';
import { incompleteRepairFactor } from './incomplete-repair.ts';
import type { Phase, Regimen } from './regimen.ts';
import { repopulationGyPerDay } from './repopulation.ts';
import { showNumber } from './show-number.ts';

/** One line of the sum: the formula, the same with the numbers put in, and what comes out. */
export interface WorkingLine {
  /** Which schedule, counted from 0. */
  regimen: number;
  /** None where the line does not depend on it. */
  alphaBetaGy: number | null;
  quantity:
    | 'overall time'
    | 'BED'
    | 'EQD2'
    | 'BED, incomplete repair'
    | 'BED, LQ-L'
    | 'BED, repopulation'
    | 'iso-effect';
  formula: string;
  withNumbers: string;
  result: number;
  unit: 'Gy' | 'days';
}

const show = (value: number) => showNumber(value, 4);

/**
 * Every figure of a comparison as the formula with numbers put in, at each α/β. Doses in Gy.
 *
 * @see the functions of each quantity for the source of its formula
 * @example
 * showWorking(compareTyped('54 Gy/27F ab=10', { cases: [], shown: [] }).comparison)[1];
 * // { regimen: 0, alphaBetaGy: 10, …, withNumbers: '54 × (1 + 2 / 10)', result: 64.8 }
 */
export function showWorking({ regimens, options, alphaBetas }: Comparison): WorkingLine[] {
  const late = alphaBetas.filter(({ assumption }) => assumption?.response === 'late');
  const lateGy = new Set(late.map(({ alphaBetaGy }) => alphaBetaGy));
  return regimens.flatMap((one, index) => {
    if (!one.regimen || !one.time) return [];
    const { regimen } = one;
    return [
      timeLine(one.time, index),
      ...one.results.flatMap((result) => [
        ...effectLines(regimen, result, index),
        ...optionLines(one, result, index, options, lateGy.has(result.alphaBetaGy)),
      ]),
    ];
  });
}

function timeLine(time: NonNullable<ComparedRegimen['time']>, regimen: number): WorkingLine {
  return {
    regimen,
    alphaBetaGy: null,
    quantity: 'overall time',
    formula: 'T from the first fraction (day 0) to the last',
    withNumbers: `treatment days: ${time.treatmentDays}; weeks: ${show(time.nominalWeeks)}; days with the first counted: ${time.calendarDays}; without`,
    result: time.elapsedDays,
    unit: 'days',
  };
}

const sum = (phases: readonly Phase[], term: (phase: Phase) => string) => phases.map(term).join(' + ');

function effectLines({ phases }: Regimen, result: Result, regimen: number): WorkingLine[] {
  const { alphaBetaGy: r, bedGy, eqd2Gy } = result;
  const line = { regimen, alphaBetaGy: r, unit: 'Gy' } as const;
  return [
    {
      ...line,
      quantity: 'BED',
      formula: 'BED = Σ D × (1 + d / (α/β))',
      withNumbers: sum(
        phases,
        (p) => `${show(p.totalDoseGy)} × (1 + ${show(p.dosePerFractionGy)} / ${show(r)})`,
      ),
      result: bedGy,
    },
    {
      ...line,
      quantity: 'EQD2',
      formula: 'EQD2 = BED / (1 + 2 / (α/β))',
      withNumbers: `${show(bedGy)} / (1 + 2 / ${show(r)})`,
      result: eqd2Gy,
    },
  ];
}

function optionLines(
  one: ComparedRegimen,
  result: Result,
  regimen: number,
  options: Comparison['options'],
  isLate: boolean,
): WorkingLine[] {
  const phases = one.regimen?.phases ?? [];
  const { alphaBetaGy: r } = result;
  const line = { regimen, alphaBetaGy: r, unit: 'Gy' } as const;
  const lines: WorkingLine[] = [];
  const { repair, repopulation } = options;
  const bedGy = result.incompleteRepair?.bedGy ?? result.bedGy;
  if (result.incompleteRepair && repair) {
    const term = (p: Phase) => {
      const hm = incompleteRepairFactor(p.fractionsPerDay ?? 1, repair);
      return `${show(p.totalDoseGy)} × (1 + (1 + ${show(hm)}) × ${show(p.dosePerFractionGy)} / ${show(r)})`;
    };
    lines.push({
      ...line,
      quantity: 'BED, incomplete repair',
      formula: `BED = Σ D × (1 + (1 + Hm) × d / (α/β)), ${show(repair.intervalHours)} h apart, half-time ${show(repair.halfTimeHours)} h`,
      withNumbers: sum(phases, term),
      result: result.incompleteRepair.bedGy,
    });
  }
  if (result.linearQuadraticLinear) {
    const { transitionDoseGy: dT, bedGy: straight } = result.linearQuadraticLinear;
    const slope = 1 + (2 * dT) / r;
    const term = ({ fractions, dosePerFractionGy: d }: Phase) => {
      const curved = `${show(Math.min(d, dT))} × (1 + ${show(Math.min(d, dT))} / ${show(r)})`;
      return d > dT
        ? `${fractions} × (${curved} + ${show(slope)} × ${show(d - dT)})`
        : `${fractions} × ${curved}`;
    };
    lines.push({
      ...line,
      quantity: 'BED, LQ-L',
      formula: 'BED = Σ n × (dT × (1 + dT / (α/β)) + (1 + 2 dT / (α/β)) × (d − dT))',
      withNumbers: sum(phases, term),
      result: straight,
    });
  }
  if (result.repopulated && repopulation) {
    const { overallDays } = result.repopulated;
    const rate = isLate ? 0 : repopulationGyPerDay(repopulation);
    lines.push({
      ...line,
      quantity: 'BED, repopulation',
      formula: 'BED − K × max(0, T − Tk)',
      withNumbers: `${show(bedGy)} − ${show(rate)} × max(0, ${show(overallDays)} − ${show(repopulation.kickoffDays)})`,
      result: result.repopulated.bedGy,
    });
  }
  if (result.isoEffect) {
    const { fractions, totalDoseGy } = result.isoEffect;
    lines.push({
      ...line,
      quantity: 'iso-effect',
      formula: 'n × (−α/β + √((α/β)² + 4 × α/β × BED / n)) / 2',
      withNumbers: `${fractions} × (−${show(r)} + √(${show(r)}² + 4 × ${show(r)} × ${show(bedGy)} / ${fractions})) / 2`,
      result: totalDoseGy,
    });
  }
  return lines;
}
