import { describe, expect, it } from 'vitest';
import { analyseText } from '../../../src/evidence/questions/analyse-text.ts';
import { answerQuestion } from '../../../src/evidence/questions/answer-question.ts';
import { splitQuestion } from '../../../src/evidence/questions/split-question.ts';
import { index } from './index-for-test.ts';

const tokensOf = (text: string) =>
  splitQuestion(analyseText(text, index.lexicon, index.mend), index).map((part) =>
    part.map(({ token }) => token).sort(),
  );

describe('a question in several parts', () => {
  it('is read part by part, each with what all of it is about', () => {
    expect(tokensOf('tumour size and SUVmax of the published patient')).toEqual([
      ['@published-patient', '@size', '@tumor'],
      ['@fdg', '@published-patient', '@tumor'],
    ]);
  });

  it('asks of what was named before where a part names nothing', () => {
    const [, last] = tokensOf('ceritinib in children and what harms were there');
    expect(last).toEqual(expect.arrayContaining(['@toxicity', '@ceritinib']));
  });

  it.each([
    'tocilizumab in IMT with very high IL-6, any responses?',
    'multivisceral transplant for IMT of the mesenteric root, outcomes?',
    '68Ga-FAPI PET in IMT, uptake?',
    'germline ALK testing for siblings of a child with IMT, indicated?',
    'preop embolisation of a pelvic IMT, useful?',
    'metastasectomy in IMT, any survival figures?',
  ])('"%s" is not answered by what was asked of something else', (text) => {
    expect(answerQuestion(text, index).statements).toEqual([]);
  });

  it('is one question where the second only asks how many, in whatever words', () => {
    expect(tokensOf('does IMT of the lung calcify on CT, and roughly how often')).toHaveLength(1);
  });
});
