import { expect, test } from 'vitest';
import { flagNews } from '../../../src/views/curation/flag-news.ts';
import { fixtureKnowledge } from '../../support/knowledge-fixture.ts';

const knowledge = fixtureKnowledge();
const [claim] = knowledge.claims.values();
if (!claim) throw new Error('the fixture has a statement');
const rejected = {
  claimId: claim.id,
  contentHash: claim.contentHash,
  outcome: 'rejected',
  note: 'As printed.',
} as const;
const mark = { standing: 'found wrong', on: '2026-11-23', reasons: ['wrong-figure'] } as const;
const toldWhen = (marks: Map<string, typeof mark>) =>
  JSON.stringify(flagNews(rejected, { ...knowledge, marks }));

test('who flagged a statement that stands is told that the mark is gone, unless another mark is left', () => {
  expect(toldWhen(new Map())).toContain('the mark is gone');
  const marked = toldWhen(new Map([[claim.id, mark]]));
  expect(marked).not.toContain('gone');
  expect(marked).toContain('It stays marked, for what somebody else said of it.');
});
