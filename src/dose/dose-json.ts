import type { Comparison } from './comparison.ts';
import type { DoseErrorCode } from './dose-error.ts';
import { DoseError } from './dose-error.ts';
import { lqSoftNoteAboveGy } from './find-findings.ts';
import type { ComparableSchedule } from './published-schedules.ts';
import { type DoseWarningCode, inOrder } from './regimen.ts';

/** A comparison as the command line prints it; undefined fields are left out by JSON. */
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

/** A refusal as the command line prints it; anything but a `DoseError` is a fault and passes through. */
export function doseErrorJson(error: unknown): { error: { code: DoseErrorCode; message: string } } {
  if (error instanceof DoseError) return { error: { code: error.code, message: error.message } };
  throw error;
}

function ownWarnings(schedule: ComparableSchedule): readonly DoseWarningCode[] {
  return schedule.kind === 'regimen' ? schedule.warnings : [];
}

/** With a schedule stand also the soft notes (above 6 Gy); with the whole answer only what was in doubt. */
function warningsOf(schedule: ComparableSchedule): DoseWarningCode[] {
  const warnings = [...ownWarnings(schedule)];
  const phases = schedule.kind === 'regimen' ? schedule.regimen.phases : [];
  if (phases.some(({ dosePerFractionGy }) => dosePerFractionGy > lqSoftNoteAboveGy)) {
    warnings.push('LQ_HIGH_DOSE_PER_FRACTION');
  }
  return inOrder(warnings);
}
