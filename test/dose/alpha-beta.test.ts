import { describe, expect, test } from 'vitest';
import { AlphaBetaFile } from '../../knowledge/alpha-beta-schema.ts';
import { alphaBetaFile } from './compare-for-test.ts';

describe('the α/β file', () => {
  test('shows 10, 4, 3 and 2 Gy, each resting on values of its own response that agree with it', () => {
    const { shown, values } = alphaBetaFile();
    expect(shown.map(({ alphaBetaGy }) => alphaBetaGy)).toEqual([10, 4, 3, 2]);
    for (const one of shown) {
      const named = values.filter(({ id }) => one.values.includes(id));
      expect(named.map(({ response }) => response)).toEqual(named.map(() => one.response));
      const agrees = named.some(({ alphaBetaGy, rangeGy }) => {
        const within = rangeGy && rangeGy[0] <= one.alphaBetaGy && one.alphaBetaGy <= rangeGy[1];
        return alphaBetaGy === one.alphaBetaGy || within;
      });
      expect(agrees, one.label).toBe(true);
    }
  });

  test('says that the tumour itself has no value', () => {
    expect(alphaBetaFile().noValueFor.map(({ tissue }) => tissue)).toContain(
      'inflammatory myofibroblastic tumor',
    );
  });

  test.each([
    ['a value without a source that is not called an assumption', { sources: [], assumed: false }],
    ['a value of 0', { alphaBetaGy: 0 }],
    ['neither value nor range', { alphaBetaGy: null, rangeGy: null }],
  ])('refuses %s', (_, change) => {
    const file = alphaBetaFile();
    const values = file.values.map((value, at) => (at === 0 ? { ...value, ...change } : value));
    expect(AlphaBetaFile.safeParse({ ...file, values }).success).toBe(false);
    expect(AlphaBetaFile.safeParse(file).success).toBe(true);
  });

  test('refuses a shown α/β that rests on a value which does not exist', () => {
    const file = alphaBetaFile();
    const shown = file.shown.map((one) => ({ ...one, values: ['nowhere'] }));
    expect(AlphaBetaFile.safeParse({ ...file, shown }).error?.message).toContain('there is no value nowhere');
  });
});
