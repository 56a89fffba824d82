import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bedGy } from '../../src/dose/bed.ts';
import type { ComparedRegimen } from '../../src/dose/comparison.ts';
import { eqd2Gy } from '../../src/dose/eqd.ts';
import { equalEqd2AlphaBetaGy } from '../../src/dose/equal-eqd2.ts';
import { compare } from './compare-for-test.ts';

function pair(text: string): [ComparedRegimen, ComparedRegimen] {
  const [first, second] = compare(text).regimens;
  if (!first || !second) throw new Error(`"${text}" is no pair`);
  return [first, second];
}

const eqd2At = ({ regimen }: ComparedRegimen, alphaBetaGy: number) =>
  eqd2Gy(bedGy(regimen?.phases ?? [], alphaBetaGy), alphaBetaGy);

const schedule = (fractions: [min: number, max: number], tenthsOfGy: [min: number, max: number]) =>
  fc
    .tuple(
      fc.integer({ min: fractions[0], max: fractions[1] }),
      fc.integer({ min: tenthsOfGy[0], max: tenthsOfGy[1] }),
    )
    .map(([count, tenths]) => `${count} x ${tenths / 10} Gy`);
const conventional = schedule([25, 40], [16, 22]);
const hypofractionated = schedule([5, 20], [24, 80]);

describe('the α/β at which two schedules have the same EQD2', () => {
  test('is where their EQD2 agree, of long schedules and short ones', () => {
    fc.assert(
      fc.property(conventional, hypofractionated, (one, other) => {
        const [first, second] = pair(`${one} vs ${other}`);
        const alphaBetaGy = equalEqd2AlphaBetaGy(first, second);
        fc.pre(alphaBetaGy !== null);
        const [firstGy, secondGy] = [eqd2At(first, alphaBetaGy), eqd2At(second, alphaBetaGy)];
        expect(Math.abs(firstGy - secondGy)).toBeLessThan(1e-6 * firstGy);
      }),
    );
  });

  test('is the same whichever stands first', () => {
    const [first, second] = pair('60 Gy/30F vs 55 Gy/20F');
    expect(equalEqd2AlphaBetaGy(second, first)).toBeCloseTo(equalEqd2AlphaBetaGy(first, second) ?? 0, 12);
  });

  test.each([
    ['of the same total', '60 Gy/30F vs 60 Gy/20F'],
    ['of which one is more at every α/β', '60 Gy/20F vs 40 Gy/20F'],
    ['of which one is above 10 Gy a fraction', '20 Gy/1F vs 54 Gy/27F'],
    ['with incomplete repair', '1.2 Gy BID x 58 vs 60 Gy/30F interval=6h repair=4h'],
  ])('is none for schedules %s', (_, text) => {
    expect(equalEqd2AlphaBetaGy(...pair(text))).toBeNull();
  });
});
