import { expect, it } from 'vitest';
import { caseDetails } from '../../src/views/case-details.ts';
import { aCase, fixtureContents, fixtureKnowledge } from '../support/knowledge-fixture.ts';

function written(over: Parameters<typeof aCase>[0]): string {
  const knowledge = fixtureKnowledge(fixtureContents({ cases: [aCase(over)] }));
  const one = knowledge.cases.get('alpha-case');
  if (!one) throw new Error('the fixture has a case');
  return JSON.stringify(caseDetails(one, knowledge));
}

it('of one patient radiotherapy was given, of a series to so many', () => {
  expect(written({})).toContain('Radiotherapy: given');
  const series = { kind: 'series', n: 8, sex: { male: 4, female: 4 } } as const;
  const schedules = [{ phases: [{ totalDoseGy: 20, fractions: null, printedAs: '2000cGy' }] }];
  const radiotherapy = { given: { patients: 6, of: 8 }, schedules };
  expect(written({ ...series, radiotherapy })).toContain('Radiotherapy: 6 of 8 patients');
});

it.each([
  ['no', 'not checked'],
  ['part', 'checked in part'],
  ['yes', 'checked'],
  ['is this source', 'is this paper'],
] as const)('whether the primary publication was checked is told in words: %s', (checked, words) => {
  expect(written({ primary: { checked, finding: 'Seen.' } })).toContain(
    `*Primary publication* ${words}. Seen.`,
  );
});

it('a drug as it is printed stands beside it only where that differs', () => {
  const drug = (printedAs: string) => ({ systemicTherapy: [{ agent: 'crizotinib', printedAs }] });
  expect(written(drug('crizotinib'))).not.toContain('printed: “crizotinib”');
  expect(written(drug('Xalkori'))).toContain('Systemic: crizotinib (printed: “Xalkori”)');
});
