import { describe, expect, it } from 'vitest';
import { analyseText } from '../../../src/evidence/questions/analyse-text.ts';
import { answerQuestion } from '../../../src/evidence/questions/answer-question.ts';
import { contrastedTreatments } from '../../../src/evidence/questions/contrasted-treatments.ts';
import { splitQuestion } from '../../../src/evidence/questions/split-question.ts';
import { index } from './index-for-test.ts';

const tokensOf = (text: string) => {
  const parts = splitQuestion(analyseText(text, index.lexicon, index.mend), index);
  return contrastedTreatments(text, parts, index)?.map((part) => part.map(({ token }) => token)) ?? null;
};

describe('one treatment held against another', () => {
  it('is asked how well each works, where nothing is asked of them', () => {
    expect(tokensOf('chemo vs crizotinib')).toEqual([
      ['@chemotherapy', '@effective'],
      ['@crizotinib', '@effective'],
    ]);
  });

  it('is asked only what the question asks', () => {
    expect(tokensOf('recurrence: radiotherapy versus steroid')?.flat()).not.toContain('@effective');
  });

  it('is none where treatments are joined, or where other things are compared', () => {
    expect(tokensOf('chemo and crizotinib')).toBeNull();
    expect(tokensOf('ALK IHC vs FISH')).toBeNull();
  });

  it('is answered for both, not by a patient who had one after the other', () => {
    const { statements } = answerQuestion('chemo vs crizotinib', index);
    const topics = statements.map(({ claim }) => claim.topic);
    expect(topics).toContain('chemotherapy');
    expect(topics).toContain('targeted-therapy');
  });
});
