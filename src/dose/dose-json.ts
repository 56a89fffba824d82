import type { Comparison } from './comparison.ts';
import type { DoseErrorCode } from './dose-error.ts';
import { DoseError } from './dose-error.ts';
import { lqSoftNoteAboveGy } from './lq-limits.ts';
import type { ComparableSchedule } from './published-schedules.ts';
import { type DoseWarningCode, inOrder } from './regimen.ts';

/**
 * A comparison as the command line prints it, doses in Gy; undefined fields are left out by JSON.
 * A schedule's own warnings hold the soft note above 6 Gy per fraction, those of the whole only what was in doubt.
 *
 * @example
 * const { comparison } = compareTyped('54 Gy/27F', { cases: [], shown: [] });
 * doseJson(comparison).regimens[0].phases[0]; // { totalGy: 54, fractions: 27, dosePerFractionGy: 2 }
 */
export function doseJson({ regimens, findings, sum }: Comparison) {
  const all = regimens.flatMap(({ schedule }) => ownWarnings(schedule));
  return {
    regimens: regimens.map(({ schedule, regimen, time, results }) => ({
      ...(schedule.kind === 'incomplete'
        ? { totalGy: schedule.totalDoseGy, fractions: schedule.fractions, phases: [] }
        : {}),
      ...('publication' in schedule && schedule.publication ? { publication: schedule.publication } : {}),
      ...(regimen
        ? {
            phases: regimen.phases.map(({ totalDoseGy, ...phase }) => ({ totalGy: totalDoseGy, ...phase })),
            totalGy: regimen.totalDoseGy,
            fractions: regimen.fractions,
            fractionsPerWeek: regimen.fractionsPerWeek,
            overallWeeks: regimen.overallWeeks,
            overallDays: regimen.overallDays,
          }
        : {}),
      results,
      overallTime: time,
      warnings: warningsOf(schedule),
    })),
    ...(sum ? { sum } : {}),
    findings,
    warnings: inOrder(all),
  };
}

/**
 * A refusal as the command line prints it; throws on what is no `DoseError`, which is a fault.
 *
 * @example
 * doseErrorJson(new DoseError('DOSE_MISSING', '27 fractions of what dose?')); // { error: { code: 'DOSE_MISSING', message: '27 fractions …' } }
 */
export function doseErrorJson(error: unknown): { error: { code: DoseErrorCode; message: string } } {
  if (error instanceof DoseError) return { error: { code: error.code, message: error.message } };
  throw error;
}

function ownWarnings(schedule: ComparableSchedule): readonly DoseWarningCode[] {
  return schedule.kind === 'regimen' ? schedule.warnings : [];
}

function warningsOf(schedule: ComparableSchedule): DoseWarningCode[] {
  const warnings = [...ownWarnings(schedule)];
  const phases = schedule.kind === 'regimen' ? schedule.regimen.phases : [];
  if (phases.some(({ dosePerFractionGy }) => dosePerFractionGy > lqSoftNoteAboveGy)) {
    warnings.push('LQ_HIGH_DOSE_PER_FRACTION');
  }
  return inOrder(warnings);
}
