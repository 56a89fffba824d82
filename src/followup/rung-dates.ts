import { addDaysTo } from '../dates/add-days.ts';
import type { BoardSettings, LadderRung, Occurrence } from './follow-up.ts';
import { windowOf } from './scan-window.ts';

export interface DatedRung extends LadderRung {
  on: string;
}

/**
 * The calendar date of each rung for one occurrence, in order. Series that repeat within the board's full
 * interval have their distances drawn together in proportion, but never two overdue steps on one day. In a round
 * that began late (`startedOn`) what lay before is not caught up: "before" steps are left out, all others
 * count from the start, so that nobody gets the whole ladder at once.
 *
 * @example
 * rungDates(occurrence, settings, '2027-01-01').map(({ name, on }) => `${name} ${on}`)
 * //=> ['before-due 2027-02-16', 'due 2027-02-23', 'overdue 2027-03-10', …]
 */
export function rungDates(occurrence: Occurrence, settings: BoardSettings, startedOn: string): DatedRung[] {
  const { closesOn } = windowOf(occurrence);
  const behindOn = laterOf(closesOn, startedOn);
  const shorter = Math.min(1, (occurrence.intervalDays ?? Infinity) / settings.fullLadderIntervalDays);
  let lastDays = 0;
  const dated: DatedRung[] = [];
  for (const rung of settings.ladder) {
    const days = drawnTogether(rung.days, shorter);
    if (rung.from === 'window-end') {
      lastDays = Math.max(days, lastDays + 1);
      dated.push({ ...rung, on: addDaysTo(behindOn, lastDays) });
      continue;
    }
    const on = addDaysTo(occurrence.targetOn, days);
    if (days >= 0) dated.push({ ...rung, on: laterOf(on, startedOn) });
    else if (on >= startedOn) dated.push({ ...rung, on });
  }
  return dated;
}

function drawnTogether(days: number, shorter: number): number {
  if (days === 0) return 0;
  return Math.sign(days) * Math.max(1, Math.round(Math.abs(days) * shorter));
}

const laterOf = (a: string, b: string) => (a > b ? a : b);
