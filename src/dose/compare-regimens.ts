import type { ShownAlphaBeta } from '../../knowledge/alpha-beta-schema.ts';
import { bedGy } from './bed.ts';
import type { ComparedRegimen, Comparison, Result } from './comparison.ts';
import { DoseError } from './dose-error.ts';
import type { DoseOptions } from './dose-options.ts';
import { eqd2Gy } from './eqd.ts';
import { findFindings } from './find-findings.ts';
import { bedIncompleteRepairGy } from './incomplete-repair.ts';
import { isoEffectPhase } from './iso-effect.ts';
import { bedLinearQuadraticLinearGy } from './linear-quadratic-linear.ts';
import { lqStrongNoteAboveGy } from './lq-limits.ts';
import { overallTime } from './overall-time.ts';
import type { ComparableSchedule } from './published-schedules.ts';
import type { Regimen } from './regimen.ts';
import { repopulationLossGy } from './repopulation.ts';
import { sumCourses } from './sum-courses.ts';

/**
 * Lays schedules side by side: total, fractions, overall time, and at every α/β the BED, EQD2 and whatever
 * the options add. Doses in Gy, times in days. `shown` are the α/β (Gy) to use when the options name none.
 * Arithmetic only: nothing is ranked. Throws a `DoseError` for an option that does not fit the schedules.
 *
 * @see the functions of each quantity for formula and source
 * @example
 * compareRegimens(parseComparison('54 Gy/27F vs 20 Gy/1F ab=10').schedules, { alphaBetaGy: [10] }, [])
 *   .regimens[1].results[0].difference.eqd2Gy; // -4: 50 Gy, where the first has 54
 */
export function compareRegimens(
  schedules: readonly ComparableSchedule[],
  options: DoseOptions,
  shown: readonly ShownAlphaBeta[],
): Comparison {
  const alphaBetas = (options.alphaBetaGy ?? shown.map((one) => one.alphaBetaGy)).map((alphaBetaGy) => ({
    alphaBetaGy,
    assumption: shown.find((one) => one.alphaBetaGy === alphaBetaGy) ?? null,
  }));
  checkDays(schedules.length, options);
  const regimens = schedules.map((schedule, at): ComparedRegimen => {
    const regimen = withFrequency(schedule, options);
    if (!regimen) return { schedule, regimen: null, time: null, results: [] };
    const time = overallTime(regimen.phases, calendarOf(options));
    const statedDays = options.overallDays?.[at] ?? options.overallDays?.[0] ?? regimen.overallDays ?? null;
    const days = statedDays ?? time.elapsedDays;
    const results = alphaBetas.map(({ alphaBetaGy, assumption }) =>
      resultAt(regimen, alphaBetaGy, assumption?.response === 'late', days, options),
    );
    return { schedule, regimen, time: { ...time, statedDays }, results };
  });
  // What cannot be computed is nothing to take a difference from, unless it is asked for.
  const firstComputed = Math.max(
    0,
    regimens.findIndex(({ regimen }) => regimen !== null),
  );
  const reference = options.reference === undefined ? firstComputed : options.reference - 1;
  const compared = withDifferences(regimens, reference);
  if (options.sumCourses && schedules.some(({ publication }) => publication)) {
    throw new DoseError(
      'OPTION_INVALID',
      'Published schedules are of different patients and are not added up. Write the courses, as `50 Gy/25F vs 30 Gy/10F sum`.',
    );
  }
  const sum = options.sumCourses ? sumCourses(compared) : null;
  const comparison = { alphaBetas, regimens: compared, reference, sum, options };
  return { ...comparison, findings: findFindings(comparison) };
}

/** A name can stand for several schedules, so the count is known only here. */
function checkDays(schedules: number, { overallDays = [], reference = 1 }: DoseOptions): void {
  if (overallDays.length > 1 && overallDays.length !== schedules) {
    throw new DoseError(
      'OPTION_INVALID',
      `\`days=\` has ${overallDays.length} numbers for ${schedules} schedules. Write one for all, or one for each.`,
    );
  }
  if (reference > schedules) {
    throw new DoseError(
      'OPTION_INVALID',
      `\`ref=${reference}\` names no schedule: there ${schedules === 1 ? 'is 1' : `are ${schedules}`}. Write \`ref=1\`.`,
    );
  }
}

function withFrequency(schedule: ComparableSchedule, { fractionsPerWeek }: DoseOptions): Regimen | null {
  if (schedule.kind !== 'regimen') return null;
  if (fractionsPerWeek === undefined) return schedule.regimen;
  const phases = schedule.regimen.phases.map((phase) => ({ fractionsPerWeek, ...phase }));
  return { ...schedule.regimen, phases };
}

function calendarOf({ start, treatmentWeekdays, missedElapsedDays }: DoseOptions) {
  return {
    ...(start ? { start } : {}),
    ...(treatmentWeekdays ? { treatmentWeekdays } : {}),
    ...(missedElapsedDays ? { missedElapsedDays } : {}),
  };
}

/**
 * What was asked for takes effect in this order: incomplete repair changes the BED; repopulation and
 * iso-effect start from the BED so found. `bedGy` and `eqd2Gy` always stay those of full repair.
 */
function resultAt(
  { phases }: Regimen,
  alphaBetaGy: number,
  isLate: boolean,
  overallDays: number,
  { repair, repopulation, isoEffectFractions }: DoseOptions,
): Result {
  const of = (bed: number) => ({ bedGy: bed, eqd2Gy: eqd2Gy(bed, alphaBetaGy) });
  const plain = bedGy(phases, alphaBetaGy);
  const result: Result = { alphaBetaGy, ...of(plain) };
  const severalADay = phases.some(({ fractionsPerDay = 1 }) => fractionsPerDay > 1);
  if (repair && severalADay) result.incompleteRepair = of(bedIncompleteRepairGy(phases, alphaBetaGy, repair));
  if (phases.some(({ dosePerFractionGy }) => dosePerFractionGy > lqStrongNoteAboveGy)) {
    const transitionDoseGy = lqStrongNoteAboveGy;
    const bed = bedLinearQuadraticLinearGy(phases, alphaBetaGy, { transitionDoseGy });
    result.linearQuadraticLinear = { transitionDoseGy, ...of(bed) };
  }
  const bed = result.incompleteRepair?.bedGy ?? plain;
  if (repopulation) {
    // Late tissue does not repopulate in the weeks of a course: K = 0.
    const lossGy = isLate ? 0 : repopulationLossGy(overallDays, repopulation);
    result.repopulated = { overallDays, lossGy, ...of(Math.max(0, bed - lossGy)) };
  }
  if (isoEffectFractions) result.isoEffect = isoEffectPhase(bed, alphaBetaGy, isoEffectFractions);
  return result;
}

function withDifferences(regimens: readonly ComparedRegimen[], reference: number): ComparedRegimen[] {
  const from = regimens[reference];
  return regimens.map((one, index) => {
    if (index === reference || !from?.regimen || !one.regimen) return one;
    const results = one.results.map((result, at) => {
      const other = from.results[at];
      if (!other) return result;
      const bed = (of: Result) => of.incompleteRepair ?? of;
      const difference = {
        bedGy: bed(result).bedGy - bed(other).bedGy,
        eqd2Gy: bed(result).eqd2Gy - bed(other).eqd2Gy,
      };
      return { ...result, difference };
    });
    return { ...one, results };
  });
}
