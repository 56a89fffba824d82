import type { FollowUp } from '../../followup/follow-up.ts';
import { seriesDates } from '../../followup/series-date.ts';

/** That a series with an end has more dates than the ones that stand there so far; null when it has not. */
export function datesAhead(followUp: FollowUp, made: number): string | null {
  const untilOn = followUp.recurrence?.untilOn ?? null;
  if (untilOn === null) return null;
  const planned = seriesDates(followUp, untilOn).length;
  return planned > made
    ? `These are the first ${made} of ${planned} planned dates; the others are added as time goes on.`
    : null;
}
