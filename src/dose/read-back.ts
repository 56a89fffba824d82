import type { DoseOptions } from './dose-options.ts';
import type { ParsedComparison } from './parse-comparison.ts';
import type { Schedule } from './read-schedule.ts';
import type { Phase } from './regimen.ts';
import { showDosePerFraction, showNumber } from './show-number.ts';

/**
 * One phase as it was understood: total, fractions, dose per fraction in Gy, and how often.
 *
 * @example
 * readBackPhase({ ...phase(69.6, 58), fractionsPerDay: 2 }); // '69.6 Gy in 58 × 1.2 Gy BID'
 */
export function readBackPhase(phase: Phase): string {
  const unit = phase.rbeWeighted ? 'Gy(RBE)' : 'Gy';
  const { totalDoseGy, fractions, dosePerFractionGy, fractionsPerDay, fractionsPerWeek } = phase;
  const frequency = fractionsPerDay ? ` ${['QD', 'BID', 'TID'][fractionsPerDay - 1]}` : '';
  const weekly = fractionsPerWeek
    ? ` ${fractionsPerWeek} ${fractionsPerWeek === 1 ? 'fraction' : 'fractions'} per week`
    : '';
  // Typed again, the word asks for the same note.
  const particles = phase.rbeUnstated ? ' protons' : '';
  const each = showDosePerFraction(dosePerFractionGy);
  return `${showNumber(totalDoseGy, 6)} ${unit} in ${fractions} × ${each} ${unit}${frequency}${weekly}${particles}`;
}

/**
 * One schedule as it was understood, in words that can be typed again and read the same.
 *
 * @example
 * readBackSchedule(parseComparison('38/19 + 16/8').schedules[0]); // '38 Gy in 19 × 2 Gy + 16 Gy in 8 × 2 Gy'
 */
export function readBackSchedule(schedule: Schedule): string {
  if (schedule.kind === 'named') return schedule.name;
  const { regimen, warnings } = schedule;
  const phases = regimen.phases.map(readBackPhase).join(' + ');
  const days = regimen.overallDays ? ` over ${regimen.overallDays} days` : '';
  const weeks = regimen.overallWeeks ? ` over ${regimen.overallWeeks} weeks` : '';
  return `${warnings.includes('APPROXIMATE') ? '~' : ''}${phases}${days}${weeks}`;
}

/**
 * The options as they were understood, in the spelling that can be typed again.
 *
 * @example
 * readBackOptions({ alphaBetaGy: [10, 3], reference: 1 }); // 'ab=10,3 ref=1'
 */
export function readBackOptions(options: DoseOptions): string {
  const { repopulation, repair } = options;
  const named: [string, string | number | undefined][] = [
    ['ab', options.alphaBetaGy?.join(',')],
    ['ref', options.reference],
    ['days', options.overallDays?.join(',')],
    ['per week', options.fractionsPerWeek],
    ['start', options.start],
    ['weekdays', options.treatmentWeekdays?.join(',')],
    ['missed', options.missedElapsedDays?.join(',')],
    ['interval', repair && `${repair.intervalHours}h`],
    ['repair', repair && `${repair.halfTimeHours}h`],
    ['k', repopulation && 'lossGyPerDay' in repopulation ? repopulation.lossGyPerDay : undefined],
    ['alpha', repopulation && 'alphaPerGy' in repopulation ? repopulation.alphaPerGy : undefined],
    ['tp', repopulation && 'doublingDays' in repopulation ? repopulation.doublingDays : undefined],
    ['tk', repopulation?.kickoffDays],
  ];
  const written = named.filter(([, value]) => value !== undefined).map(([name, value]) => `${name}=${value}`);
  if (options.isoEffectFractions) written.push(`as ${options.isoEffectFractions}F`);
  if (options.sumCourses) written.push('sum');
  return written.join(' ');
}

/**
 * A whole comparison as it was understood; parsing it again gives the same comparison.
 *
 * @example
 * readBack(parseComparison('5400cGy/27fx vs lee 2006 ab=10')); // '54 Gy in 27 × 2 Gy vs lee 2006 ab=10'
 */
export function readBack(parsed: ParsedComparison): string {
  const schedules = parsed.schedules.map(readBackSchedule).join(' vs ');
  return [schedules, readBackOptions(parsed.options)].filter(Boolean).join(' ');
}
