import type { ShownAlphaBeta } from '../../knowledge/alpha-beta-schema.ts';
import type { DoseOptions } from './dose-options.ts';
import type { OverallTime } from './overall-time.ts';
import type { ComparableSchedule } from './published-schedules.ts';
import type { Phase, Regimen } from './regimen.ts';

/** BED and EQD2 of one model, both in Gy at the α/β of the result they stand in. */
export interface EffectGy {
  bedGy: number;
  eqd2Gy: number;
}

/** One schedule at one α/β. */
export interface Result extends EffectGy {
  alphaBetaGy: number;
  /** Only with several fractions a day and `interval= repair=`. */
  incompleteRepair?: EffectGy;
  /** Only above 10 Gy per fraction. */
  linearQuadraticLinear?: EffectGy & { transitionDoseGy: number };
  /** Only when asked for; a column of its own, never mixed into the others. */
  repopulated?: EffectGy & { overallDays: number; lossGy: number };
  /** Only with `as 20F`. */
  isoEffect?: Phase;
  /** This schedule less the reference; absent on the reference itself. */
  difference?: EffectGy;
}

export interface ComparedRegimen {
  schedule: ComparableSchedule;
  /** None when the publication does not print what a computation needs. */
  regimen: Regimen | null;
  /** `statedDays` is the overall time as written; it replaces the computed one as T. */
  time: (OverallTime & { statedDays: number | null }) | null;
  results: readonly Result[];
}

/** Courses added up without recovery: arithmetic that carries no verdict. */
export interface CourseSum {
  /** Which schedules, counted from 0. */
  regimens: readonly number[];
  totalDoseGy: number;
  results: readonly (EffectGy & { alphaBetaGy: number })[];
}

/** What a reader should know of the figures; `describeFinding` makes a sentence of it. */
export type Finding =
  | { kind: 'eqd2-cannot-differ'; regimens: readonly number[]; all: boolean }
  | { kind: 'lq-caution'; regimen: number; dosePerFractionGy: number }
  | { kind: 'lq-beyond-range'; regimen: number; dosePerFractionGy: number; transitionDoseGy: number }
  | { kind: 'full-repair-assumed'; regimen: number; fractionsPerDay: number }
  | { kind: 'repair-without-effect' }
  | { kind: 'late-tissue-not-repopulated'; alphaBetaGy: readonly number[] }
  | { kind: 'time-too-short'; regimen: number; overallDays: number; treatmentDays: number }
  | { kind: 'not-computable'; regimen: number; missing: 'dose' | 'fractions' | 'dose and fractions' }
  | { kind: 'rbe-unstated'; regimen: number }
  | { kind: 'courses-summed'; regimens: readonly number[] };

export interface Comparison {
  alphaBetas: readonly { alphaBetaGy: number; assumption: ShownAlphaBeta | null }[];
  regimens: readonly ComparedRegimen[];
  /** Index of the schedule that differences are taken from. */
  reference: number;
  sum: CourseSum | null;
  options: DoseOptions;
  findings: readonly Finding[];
}
