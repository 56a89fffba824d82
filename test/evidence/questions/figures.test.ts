import { describe, expect, it } from 'vitest';
import { areaUnderCurve } from '../../../src/evidence/questions/area-under-curve.ts';
import { evaluateAnswers } from '../../../src/evidence/questions/evaluate-answers.ts';
import { wilsonInterval } from '../../../src/evidence/questions/wilson-interval.ts';
import { index } from './index-for-test.ts';

describe('Wilson’s interval', () => {
  it.each([
    [9, 10, 0.5958, 0.9821],
    [0, 10, 0, 0.2775],
    [81, 263, 0.2553, 0.3662],
  ])('of %i of %i runs from %f to %f', (successes, of, low, high) => {
    const [from, to] = wilsonInterval(successes, of);
    expect(from).toBeCloseTo(low, 3);
    expect(to).toBeCloseTo(high, 3);
  });

  it('of nothing counted is everything', () => {
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });
});

it('the area under the curve counts pairs in the right order, and ties by half', () => {
  expect(areaUnderCurve([0.9, 0.4], [0.4, 0.1])).toBe(0.875);
  expect(areaUnderCurve([1], [0])).toBe(1);
  expect(areaUnderCurve([], [0])).toBeNaN();
});

it('an evaluation counts ranks, decisions and misses by style', () => {
  const evaluation = evaluateAnswers(
    [
      { question: 'SUVmax', style: 'tele', answerable: true, need: [['guo-2024-case-pet-suv']] },
      { question: 'SUVmax', style: 'tele', answerable: true, need: [['guo-2024-rare']] },
      { question: 'pembrolizumab dose', style: 'dosing', answerable: false, need: [] },
    ],
    index,
  );
  expect(evaluation.overall).toMatchObject({
    questions: 3,
    rank1: { count: 1, of: 2, share: 0.5 },
    abstention: { count: 3, of: 3 },
  });
  expect(evaluation.auroc).toBe(1);
  expect(evaluation.answeredPrecision).toMatchObject({ count: 1, of: 2 });
  expect(evaluation.byStyle.map(({ style, questions }) => [style, questions])).toEqual([
    ['tele', 2],
    ['dosing', 1],
  ]);
  expect(evaluation.misses).toHaveLength(1);
  expect(evaluation.misses[0]).toMatchObject({ question: 'SUVmax', expected: ['guo-2024-rare'] });
});
