import { DoseError } from './dose-error.ts';
import type { Phase } from './regimen.ts';

export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
export type Weekday = (typeof weekdays)[number];

export interface Calendar {
  /** Mondays to Fridays when left out, or as many days as `fractionsPerWeek` needs. */
  treatmentWeekdays?: readonly Weekday[];
  /** The first treatment day of the pattern from Monday on when left out. */
  start?: Weekday;
  /** Days counted from the first (day 0) on which treatment was due and not given. */
  missedElapsedDays?: readonly number[];
}

/** Three counts, because usage differs: state which one is meant. */
export interface OverallTime {
  treatmentDays: number;
  /** Treatment days by the week's number of them: 27 / 5 = 5.4. */
  nominalWeeks: number;
  /** From the first fraction to the last, the first day being day 0: the T of the formulas. */
  elapsedDays: number;
  /** The same with the first day counted. */
  calendarDays: number;
}

const patterns: Record<number, readonly Weekday[]> = {
  1: ['Mon'],
  2: ['Mon', 'Thu'],
  3: ['Mon', 'Wed', 'Fri'],
  4: ['Mon', 'Tue', 'Thu', 'Fri'],
  5: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
  6: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  7: weekdays,
};

function treatmentWeekdaysOf({ fractionsPerWeek, fractionsPerDay = 1 }: Phase, calendar: Calendar) {
  if (calendar.treatmentWeekdays) return calendar.treatmentWeekdays;
  const daysPerWeek = Math.ceil((fractionsPerWeek ?? 5 * fractionsPerDay) / fractionsPerDay);
  // Once a week needs no pattern: it falls on whatever day the course starts.
  if (daysPerWeek === 1 && calendar.start) return [calendar.start];
  const pattern = patterns[daysPerWeek];
  if (pattern) return pattern;
  throw new DoseError(
    'OPTION_INVALID',
    `${fractionsPerWeek} fractions a week do not fit in a week. Write \`per week=5\`, or two a day as \`BID\`.`,
  );
}

/**
 * How long a course takes: treatment days, nominal weeks, elapsed days (first day = day 0), calendar days.
 *
 * Treatment days = Σ ⌈fractions / fractions per day⌉; phases follow one another without a break, on the
 * treatment weekdays, without the missed days. Throws a `DoseError` when it cannot start on the given day.
 *
 * Counting convention of Fowler and Dale: 35 fractions from a Monday are T = 46 days.
 * @example
 * overallTime([phase(54, 27)]); // { treatmentDays: 27, nominalWeeks: 5.4, elapsedDays: 36, calendarDays: 37 }
 */
export function overallTime(phases: readonly Phase[], calendar: Calendar = {}): OverallTime {
  const parts = phases.map((phase) => ({
    days: Math.ceil(phase.fractions / (phase.fractionsPerDay ?? 1)),
    weekdays: treatmentWeekdaysOf(phase, calendar),
  }));
  const first = parts[0]?.weekdays ?? [];
  const start = calendar.start ?? weekdays.find((day) => first.includes(day)) ?? 'Mon';
  if (!first.includes(start)) {
    throw new DoseError(
      'OPTION_INVALID',
      `Treatment is on ${first.join(', ')}, so it cannot start on ${start}. Write \`start=${first[0]}\` or name the days, as \`weekdays=${start},…\`.`,
    );
  }
  const missed = new Set(calendar.missedElapsedDays ?? []);
  let day = -1;
  for (const part of parts) {
    let left = part.days;
    while (left > 0) {
      day += 1;
      const weekday = weekdays[(weekdays.indexOf(start) + day) % 7] ?? 'Mon';
      if (part.weekdays.includes(weekday) && !missed.has(day)) left -= 1;
    }
  }
  const nominalWeeks = parts.reduce((sum, part) => sum + part.days / part.weekdays.length, 0);
  const treatmentDays = parts.reduce((sum, part) => sum + part.days, 0);
  return { treatmentDays, nominalWeeks, elapsedDays: day, calendarDays: day + 1 };
}
