import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactInterval } from '../../../src/evidence/treatments/exact-interval.ts';

/** P(X ≤ events) for a binomial of n and a share, by its own sum: shares no code with what is tested. */
function atMost(events: number, n: number, share: number): number {
  let sum = 0;
  let logChoose = 0;
  for (let k = 0; k <= events; k += 1) {
    if (k > 0) logChoose += Math.log((n - k + 1) / k);
    sum += Math.exp(logChoose + k * Math.log(share) + (n - k) * Math.log1p(-share));
  }
  return sum;
}

const eventsOfN = fc
  .integer({ min: 1, max: 300 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe('the exact interval', () => {
  test.each([
    [0, 10, 0, 30.85],
    [5, 10, 18.71, 81.29],
    [10, 10, 69.15, 100],
  ])('of %i of %i is the published one of Clopper and Pearson', (events, n, low, high) => {
    const { lowPercent, highPercent } = exactInterval(events, n);
    expect(lowPercent).toBeCloseTo(low, 2);
    expect(highPercent).toBeCloseTo(high, 2);
  });

  test('leaves 2.5% of the binomial outside at each bound', () => {
    fc.assert(
      fc.property(eventsOfN, ([events, n]) => {
        const { lowPercent, highPercent } = exactInterval(events, n);
        if (events > 0) expect(1 - atMost(events - 1, n, lowPercent / 100)).toBeCloseTo(0.025, 6);
        else expect(lowPercent).toBe(0);
        if (events < n) expect(atMost(events, n, highPercent / 100)).toBeCloseTo(0.025, 6);
        else expect(highPercent).toBe(100);
      }),
    );
  });

  test('holds the rate, and mirrors when events and non-events change places', () => {
    fc.assert(
      fc.property(eventsOfN, ([events, n]) => {
        const one = exactInterval(events, n);
        const mirrored = exactInterval(n - events, n);
        expect(one.lowPercent).toBeLessThanOrEqual(one.ratePercent);
        expect(one.highPercent).toBeGreaterThanOrEqual(one.ratePercent);
        expect(one.lowPercent).toBeCloseTo(100 - mirrored.highPercent, 6);
      }),
    );
  });

  test.each([
    [1, 0],
    [-1, 5],
    [6, 5],
    [1.5, 5],
    [1, Number.NaN],
  ])('refuses %d of %d', (events, n) => {
    expect(() => exactInterval(events, n)).toThrow(RangeError);
  });
});
