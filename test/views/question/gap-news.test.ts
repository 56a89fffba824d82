import { expect, it } from 'vitest';
import { gapNews } from '../../../src/views/question/gap-news.ts';
import { aClaim, fixtureContents, fixtureKnowledge } from '../../support/knowledge-fixture.ts';

it('the statement that fills a gap comes with its warnings, its source and its review state', () => {
  const claims = [aClaim({ caveats: [{ text: 'The unit is doubtful.' }] })];
  const knowledge = fixtureKnowledge(fixtureContents({ claims }));
  const text = JSON.stringify(gapNews({ concepts: ['radiotherapy'], claimId: 'alpha-one' }, knowledge));
  expect(text).toContain('• Made-up statement for a test. ¹');
  expect(text).toContain('⚠ _The unit is doubtful._');
  expect(text).toMatch(/¹ Alpha 2001, Table 1 [^"]*not reviewed by a clinician/);
});
