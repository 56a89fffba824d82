import type { ComparableSchedule } from '../dose/published-schedules.ts';
import { readBackSchedule } from '../dose/read-back.ts';
import type { DoseWarningCode } from '../dose/regimen.ts';
import { showNumber } from '../dose/show-number.ts';

/** The line under everything that compares doses. */
export const doseFooter = '_Arithmetic for professionals, not a prescription. Not for urgent decisions._';

/** What a warning says behind the schedule it concerns; the finding of the same name says the high dose. */
export const doseWarningText: Record<Exclude<DoseWarningCode, 'LQ_HIGH_DOSE_PER_FRACTION'>, string> = {
  UNIT_ASSUMED_GY: 'no unit was written, read as Gy',
  UNIT_ASSUMED_CGY: 'no unit was written, read as cGy',
  APPROXIMATE: 'an approximate dose, computed as if exact',
  RBE_WEIGHTED: 'RBE-weighted, computed as printed',
  DOSE_PER_FRACTION_ROUNDED: 'dose per fraction rounded here, not in the sum',
};

/** A schedule's name in tables and sentences: short, or its publication's. */
export function scheduleLabel(schedule: ComparableSchedule): string {
  if (schedule.kind === 'incomplete' || schedule.publication) {
    const { label = '', given = null } = schedule.publication ?? {};
    return given && given.of > 1 ? `${label} (${given.patients} of ${given.of})` : label;
  }
  return schedule.regimen.phases
    .map(({ totalDoseGy, fractions, rbeWeighted, fractionsPerDay = 1 }) => {
      const often = ['', ' BID', ' TID'][fractionsPerDay - 1];
      return `${showNumber(totalDoseGy, 2)} Gy${rbeWeighted ? '(RBE)' : ''}/${fractions}F${often}`;
    })
    .join(' + ');
}

/** What was understood of a schedule, in full. */
export function scheduleText(schedule: ComparableSchedule): string {
  if (schedule.kind === 'regimen') return readBackSchedule(schedule);
  const dose = schedule.totalDoseGy === null ? 'dose' : `${showNumber(schedule.totalDoseGy, 2)} Gy`;
  const fractions = schedule.fractions === null ? 'fractions' : `${schedule.fractions} fractions`;
  if (schedule.missing === 'dose and fractions') return 'dose and fractions not usable';
  return schedule.missing === 'fractions'
    ? `${dose}, fractions not printed`
    : `${fractions}, dose not printed`;
}
