import { expect, it } from 'vitest';
import { assessKnowledge } from '../../src/evidence/assess-knowledge.ts';
import { aClaim, fixtureContents, fixtureKnowledge } from '../support/knowledge-fixture.ts';

it('a statement is stale from the day after its review date, and unreviewed until a clinician looked at it', () => {
  const review = { status: 'reviewed', by: 'A. Reviewer', on: '2026-01-01' } as const;
  const knowledge = fixtureKnowledge(
    fixtureContents({
      claims: [
        aClaim({ reviewBy: '2027-01-01' }),
        aClaim({ id: 'alpha-two', review, retracted: { on: '2026-02-02', reason: 'Made up.' } }),
      ],
    }),
  );
  expect(assessKnowledge(knowledge, '2027-01-01').stale).toEqual([]);
  expect(assessKnowledge(knowledge, '2027-01-02')).toMatchObject({
    stale: ['alpha-one'],
    unreviewed: ['alpha-one'],
    retracted: ['alpha-two'],
  });
});
