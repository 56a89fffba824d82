import { DoseError } from './dose-error.ts';

/** How fast a tumour regrows during treatment: K in Gy a day, or α and the doubling time it comes from. */
export type Repopulation =
  | { kickoffDays: number; lossGyPerDay: number }
  | { kickoffDays: number; alphaPerGy: number; doublingDays: number };

/**
 * The BED that repopulation takes away each day: K, or ln2 / (α Tp) with α in 1/Gy and Tp in days.
 *
 * @see Fowler 1989, doi:10.1259/0007-1285-62-740-679, as the bio-dose README has it
 * @example
 * repopulationGyPerDay({ kickoffDays: 21, alphaPerGy: 0.35, doublingDays: 3 }); // 0.660 Gy a day
 */
export function repopulationGyPerDay(repopulation: Repopulation): number {
  if ('lossGyPerDay' in repopulation) return repopulation.lossGyPerDay;
  return Math.LN2 / (repopulation.alphaPerGy * repopulation.doublingDays);
}

/**
 * The BED lost to repopulation over `overallDays` (first day = day 0): K · max(0, T − Tk), in Gy.
 * K = 0 for late tissue. Throws a `DoseError` when a parameter is negative or not a number.
 *
 * @see Fowler 1989, doi:10.1259/0007-1285-62-740-679, as the bio-dose README has it
 * @example
 * repopulationLossGy(44, { kickoffDays: 28, lossGyPerDay: 0.6 }); // 9.6 Gy
 */
export function repopulationLossGy(overallDays: number, repopulation: Repopulation): number {
  const gyPerDay = repopulationGyPerDay(repopulation);
  if (![overallDays, gyPerDay, repopulation.kickoffDays].every((n) => Number.isFinite(n) && n >= 0)) {
    throw new DoseError(
      'OPTION_INVALID',
      'Repopulation needs numbers from 0. Write `k=0.6 tk=28`, or `alpha=0.35 tp=3 tk=21`.',
    );
  }
  return gyPerDay * Math.max(0, overallDays - repopulation.kickoffDays);
}
