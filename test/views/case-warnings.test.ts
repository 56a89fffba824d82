import { describe, expect, test } from 'vitest';
import type { KnowledgeBase } from '../../knowledge/schema.ts';
import { caseStanding, caseWarnings } from '../../src/views/case-warnings.ts';
import { aCase, aClaim, fixtureContents, fixtureKnowledge } from '../support/knowledge-fixture.ts';

const retracted = { on: '2026-11-23', reason: 'made up' };
const told = (claim: Parameters<typeof aClaim>[0], marks?: KnowledgeBase['marks']) => {
  const locator = 'Table 1, row Alpha 2001; Case presentation';
  const made = fixtureKnowledge(
    fixtureContents({ cases: [aCase({ locator })], claims: [aClaim({ id: 'told', ...claim })] }),
  );
  const [one] = made.cases.values();
  if (!one) throw new Error('expected the case');
  const knowledge = { ...made, marks };
  return { warnings: caseWarnings(one, knowledge), standing: caseStanding(one, knowledge) };
};
const flagged: KnowledgeBase['marks'] = new Map([
  ['told', { standing: 'under review', on: '2026-11-23', reasons: ['wrong-figure'] }],
]);

describe('beside a published case stands', () => {
  test.each([
    'Table 1, row Alpha 2001',
    'Case presentation, paragraph 4',
    'Abstract, Case presentation; Case presentation, paragraph 4',
    'Case presentation, paragraph 3; Figure 2C',
  ])('that a statement of the same place is flagged: %s', (locator) => {
    const { warnings, standing } = told({ locator }, flagged);
    expect(warnings[0]).toContain('Under review: flagged on 23 November 2026 (a figure or unit is wrong)');
    expect(standing).toBe('under review');
  });

  test.each(['Table 1, row Alpha 200', 'Table 1, row Beta 2001', 'Table 1', 'Discussion, paragraph 1'])(
    'nothing of a statement of another place: %s',
    (locator) => {
      expect(told({ locator }, flagged)).toEqual({ warnings: [], standing: null });
    },
  );

  test('that a statement of the same row was retracted, and why', () => {
    const { warnings, standing } = told({ locator: 'Table 1, row Alpha 2001', retracted });
    expect(warnings).toEqual(['A statement on it: Retracted on 23 November 2026: made up']);
    expect(standing).toBe('retracted in part');
  });
});
