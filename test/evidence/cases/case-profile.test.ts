import { describe, expect, test } from 'vitest';
import { profileOfCase } from '../../../src/evidence/cases/case-profile.ts';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts';
import { aCase, fixtureContents, fixtureKnowledge } from '../../support/knowledge-fixture.ts';

const resectionOf = (
  extent: 'complete' | 'mixed' | 'not reported' | 'biopsy only',
  printedAs: string | null,
) => {
  const made = fixtureKnowledge(fixtureContents({ cases: [aCase({ resection: { extent, printedAs } })] }));
  const [one] = made.cases.values();
  return one && profileOfCase(one).resection;
};

describe('the resection of a published case', () => {
  test('is any extent where an operation is printed without one, and not told where none is printed', () => {
    expect(resectionOf('not reported', 'Surgery')).toEqual(['complete', 'incomplete']);
    expect(resectionOf('not reported', null)).toBeNull();
    expect(resectionOf('mixed', 'STL/TR')).toBeNull();
  });

  test('is the one printed, whatever words stand beside it', () => {
    expect(resectionOf('complete', 'Surgery')).toEqual(['complete']);
    expect(resectionOf('biopsy only', 'surgical biopsy')).toEqual(['unresected']);
  });

  test('rests on words that speak of an operation, in every case of the base', () => {
    const { cases } = loadKnowledge(new URL('../../../knowledge/', import.meta.url));
    const printed = [...cases.values()].flatMap(({ kind, resection: { extent, printedAs } }) =>
      kind === 'single' && extent === 'not reported' && printedAs !== null ? [printedAs] : [],
    );
    expect(printed.length).toBeGreaterThan(0);
    for (const words of printed) expect(words).toMatch(/surg|resect|operat|excis/i);
  });
});
