import type { Repair } from './incomplete-repair.ts';
import type { Weekday } from './overall-time.ts';
import type { Repopulation } from './repopulation.ts';

/** What was asked beside the schedules. Absent is the default. */
export interface DoseOptions {
  /** `ab=10,3`: instead of the four cited defaults. */
  alphaBetaGy?: readonly number[];
  /** `ref=2`: differences are shown to this schedule, counted from 1. */
  reference?: number;
  /** `days=36` for all or `days=36,11` one each: the T of the repopulation formula. */
  overallDays?: readonly number[];
  /** `per week=6`. */
  fractionsPerWeek?: number;
  /** `start=Wed`. */
  start?: Weekday;
  /** `weekdays=Mon,Wed,Fri`. */
  treatmentWeekdays?: readonly Weekday[];
  /** `missed=14,15`: days from the first (day 0) without treatment. */
  missedElapsedDays?: readonly number[];
  /** `as 20F`: the same BED in so many fractions. */
  isoEffectFractions?: number;
  /** `k=0.6 tk=28` or `alpha=0.35 tp=3 tk=21`. */
  repopulation?: Repopulation;
  /** `interval=6h repair=4h`. */
  repair?: Repair;
  /** `sum`: the schedules added up as courses, without recovery. */
  sumCourses?: boolean;
}
