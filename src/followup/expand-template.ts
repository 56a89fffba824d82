import type { SurveillanceTemplate } from '../../knowledge/surveillance-schema.ts';
import { addSpan } from './add-span.ts';
import type { CalendarSpan } from './follow-up.ts';
import { shortestDays } from './interval-days.ts';

/** A date that a template offers; it holds nothing until a clinician approves it. */
export interface OfferedDate {
  on: string;
  /** Null once somebody has set the date by hand. */
  fromAnchor: CalendarSpan | null;
  windowDays: number;
  intervalDays: number | null;
}

/**
 * The dates that a template offers for an anchor (a calendar date), each counted from the anchor itself; a phase
 * begins where the one before it ends. Windows are days each way.
 *
 * @example
 * expandTemplate(threeMonthly, '2027-01-31').map(({ on }) => on) //=> ['2027-04-30', '2027-07-31', '2027-10-31', …]
 */
export function expandTemplate(
  { phases }: Pick<SurveillanceTemplate, 'phases'>,
  anchorOn: string,
): OfferedDate[] {
  let startMonths = 0;
  const distances = phases.flatMap(({ everyMonths, throughMonths, windowDays }) => {
    const count = Math.floor((throughMonths - startMonths) / everyMonths);
    const months = Array.from({ length: count }, (_, at) => startMonths + (at + 1) * everyMonths);
    startMonths = months.at(-1) ?? startMonths;
    return months.map((fromAnchor) => ({ fromAnchor, everyMonths, windowDays }));
  });
  return distances.map(({ fromAnchor, everyMonths, windowDays }, at) => {
    const nextMonths = distances[at + 1]?.fromAnchor ?? fromAnchor + everyMonths;
    const span: CalendarSpan = { amount: fromAnchor, unit: 'month' };
    const intervalDays = shortestDays({ amount: nextMonths - fromAnchor, unit: 'month' });
    return { on: addSpan(anchorOn, span), fromAnchor: span, windowDays, intervalDays };
  });
}
