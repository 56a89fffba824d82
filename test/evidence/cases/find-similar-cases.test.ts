import { describe, expect, test } from 'vitest';
import { profileOfCase } from '../../../src/evidence/cases/case-profile.ts';
import { findSimilarCases } from '../../../src/evidence/cases/find-similar-cases.ts';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts';
import { aCase, aClaim, fixtureContents, fixtureKnowledge } from '../../support/knowledge-fixture.ts';
import { nothing } from './profiles-for-test.ts';

const knowledge = loadKnowledge(new URL('../../../knowledge/', import.meta.url));

describe('the likest published cases', () => {
  test('come with more in common before those with less, and what is unknown before what differs', () => {
    const made = fixtureKnowledge(
      fixtureContents({
        cases: [
          aCase({ id: 'differs', siteGroup: 'orbit', alk: { status: 'positive' } }),
          aCase({ id: 'unknown', siteGroup: 'orbit' }),
          aCase({ id: 'both', siteGroup: 'orbit', alk: { status: 'negative' } }),
          aCase({ id: 'neither', siteGroup: 'lung-airway' }),
        ],
      }),
    );
    const { cases, compared } = findSimilarCases({ ...nothing, siteGroup: 'orbit', alk: 'negative' }, made);
    expect(cases.map(({ one }) => one.id)).toEqual(['both', 'unknown', 'differs']);
    expect(compared).toBe(4);
  });

  test('are single cases: a series has no profile, and stands apart whole', () => {
    const { cases, series } = findSimilarCases({ ...nothing, siteGroup: 'orbit' }, knowledge);
    expect(cases).toEqual([]);
    expect(series.map(({ label, n }) => [label, n])).toEqual([['Strianese 2018', 25]]);
    expect(() => profileOfCase(series[0] ?? aSingle())).toThrow(/is a series/);
  });

  test('of 26, trachea, ALK-negative, unresected begin with Lisi 2019, which says nothing of ALK', () => {
    const asked = {
      ...nothing,
      ageDecade: 20,
      siteGroup: 'lung-airway',
      alk: 'negative',
      resection: ['unresected'],
    } as const;
    const [likest] = findSimilarCases(asked, knowledge).cases;
    expect(likest?.one.label).toBe('Lisi 2019');
    expect(likest?.likeness).toMatchObject({ matches: 2, differences: 0, unknown: 2 });
  });
});

describe('what series and cohorts say', () => {
  test('is found by the words of the site, by ALK, and first by both', () => {
    const series = { studyType: 'retrospective series', n: 20 } as const;
    const made = fixtureKnowledge(
      fixtureContents({
        claims: [
          aClaim({ id: 'alk-only', ...series, statement: 'Made up, ALK-negative.' }),
          aClaim({ id: 'both', ...series, statement: 'Made up, ALK-negative in the orbit.' }),
          aClaim({ id: 'elsewhere', ...series, statement: 'Made up, outside the orbit.' }),
          aClaim({ id: 'one-case', statement: 'Made up, in the orbit.' }),
          aClaim({ id: 'opinion', ...series, basis: 'opinion', statement: 'Made up, in the orbit.' }),
        ],
      }),
    );
    const { statements } = findSimilarCases({ ...nothing, siteGroup: 'orbit', alk: 'negative' }, made);
    expect(statements.map(({ id }) => id)).toEqual(['both', 'alk-only']);
  });
});

function aSingle(): never {
  throw new Error('expected a series in the base');
}
