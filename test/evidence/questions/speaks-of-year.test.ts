import { describe, expect, it } from 'vitest';
import { speaksOfYear } from '../../../src/evidence/questions/speaks-of-year.ts';

const atFive = 'Overall survival at 5 years was 93.8%.';

describe('a statement and the year that is asked of', () => {
  it.each(['10-yr OS in IMT', '10 year overall survival?', 'survival in IMT at 10y', 'PFS at 2 yrs'])(
    'at 5 years it does not answer "%s"',
    (question) => {
      expect(speaksOfYear(question, atFive)).toBe(false);
    },
  );

  it.each(['5yr OS', 'OS at 5 years', 'overall survival', 'RT 5 years ago, which dose?', 'a boy of 8 years'])(
    'at 5 years it may answer "%s"',
    (question) => {
      expect(speaksOfYear(question, atFive)).toBe(true);
    },
  );

  it('is the same year when it is told in months, and no other number that holds it', () => {
    expect(speaksOfYear('5 yr PFS', 'At 60 months half were free of progression.')).toBe(true);
    expect(speaksOfYear('5 yr PFS', 'At 15 years half were free of progression.')).toBe(false);
  });
});
