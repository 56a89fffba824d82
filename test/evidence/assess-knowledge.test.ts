import { expect, it } from 'vitest';
import { assessKnowledge } from '../../src/evidence/assess-knowledge.ts';
import {
  aClaim,
  aReview,
  aTemplate,
  fixtureContents,
  fixtureKnowledge,
} from '../support/knowledge-fixture.ts';

it('a statement is stale from the day after its review date, and unreviewed until a clinician looked at it', () => {
  const review = aReview({ id: 'alpha-two' });
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
    lapsedReviews: [],
  });
});

it('a statement that changed after its review is not reviewed as it stands', () => {
  const claim = aClaim({ review: aReview(), statement: 'Something else.' });
  const found = assessKnowledge(fixtureKnowledge(fixtureContents({ claims: [claim] })), '2027-01-01');
  expect(found).toMatchObject({ lapsedReviews: ['alpha-one'], unreviewed: ['alpha-one'] });
  expect(found.unpublished.added).toEqual(['alpha-one']);
});

it('a template of follow-up is stale and unreviewed by the same rules, and so is a published case', () => {
  const base = fixtureKnowledge({ ...fixtureContents(), templates: [aTemplate({ reviewBy: '2027-11-23' })] });
  expect(assessKnowledge(base, '2027-11-23').staleTemplates).toEqual([]);
  const { staleTemplates, stale, unreviewedTemplates, unreviewedCases } = assessKnowledge(base, '2027-11-24');
  expect(staleTemplates).toEqual(['made-up-schedule']);
  expect(stale).toEqual(['alpha-one']);
  expect([unreviewedTemplates, unreviewedCases]).toEqual([['made-up-schedule'], ['alpha-case']]);
});

it('what is dated after today is named, whoever wrote the date: a publication’s file, a review, a retraction', () => {
  const contents = fixtureContents({
    claims: [
      aClaim({ retracted: { on: '2027-01-03', reason: 'Made up.' } }),
      aClaim({ id: 'alpha-two', review: aReview({ id: 'alpha-two' }) }),
    ],
  });
  const base = fixtureKnowledge(contents);
  expect(assessKnowledge(base, '2027-01-03').datedAhead).toEqual([]);
  expect(assessKnowledge(base, '2027-01-02').datedAhead).toEqual(['alpha-one']);
  expect(assessKnowledge(base, '2020-01-01').datedAhead.sort()).toEqual(['alpha', 'alpha-one', 'alpha-two']);
});
