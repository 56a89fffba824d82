import jStat from 'jstat';

export interface ExactInterval {
  ratePercent: number;
  lowPercent: number;
  highPercent: number;
}

/** Of every interval that is computed here. */
export const confidencePercent = 95;
const eachTail = (1 - confidencePercent / 100) / 2;

/**
 * The share of events in n patients with its exact (Clopper–Pearson) 95% confidence interval, all in percent.
 * Throws `RangeError` for counts that are no events of n.
 *
 * @see Clopper CJ, Pearson ES. Biometrika 1934; the bounds are quantiles of beta distributions.
 * @example
 * exactInterval(5, 10) //=> { ratePercent: 50, lowPercent: 18.7…, highPercent: 81.2… }
 */
export function exactInterval(events: number, n: number): ExactInterval {
  const areCounts = Number.isInteger(events) && Number.isInteger(n) && n > 0 && events >= 0 && events <= n;
  if (!areCounts) throw new RangeError(`${events} of ${n} are no events of n patients`);
  const low = events === 0 ? 0 : jStat.beta.inv(eachTail, events, n - events + 1);
  const high = events === n ? 1 : jStat.beta.inv(1 - eachTail, events + 1, n - events);
  return { ratePercent: (100 * events) / n, lowPercent: 100 * low, highPercent: 100 * high };
}
