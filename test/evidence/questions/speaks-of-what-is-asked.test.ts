import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/evidence/questions/answer-question.ts';
import { index, indexWith } from './index-for-test.ts';

const ask = (text: string, base = index) => answerQuestion(text, base);
const answersOf = (text: string, base = index) => ask(text, base).statements.map(({ claim }) => claim.id);

describe('what a question cannot do without', () => {
  it.each([
    '30 Gy in 10 fractions',
    'Is 54 Gy in 30 fractions used in IMT?',
    '60 Gy in 20 fractions for IMT',
  ])('"%s" is a schedule, and no other schedule answers it', (text) => {
    expect(answersOf(text)).toEqual([]);
    expect(ask(text).outcome).toBe('closest');
  });

  it('a schedule that is published is found, also by its dose alone', () => {
    expect(answersOf('54 Gy in 27 fractions in IMT')[0]).toBe('guo-2024-case-total-dose');
    expect(answersOf('overall treatment time of the 54 Gy course')).toContain('guo-2024-case-overall-time');
  });

  it.each(['lorlatinib side effects', 'toxicity of crizotinib in children', 'side effects of larotrectinib'])(
    '"%s" is not answered by responses',
    (text) => {
      for (const { claim } of ask(text).statements)
        expect(`${claim.topic} ${claim.statement}`).toMatch(/toxicity|adverse|severe|effects/);
    },
  );

  it('harms that a statement tells are found as soon as the base holds them', () => {
    const statement = 'On lorlatinib 5 of 14 patients with IMT had oedema.';
    const base = indexWith({ id: 'made-up-oedema', statement, topic: 'toxicity', tags: ['side effects'] });
    expect(answersOf('side effects of lorlatinib in IMT', base)).toContain('made-up-oedema');
  });

  it('who asks of ALK-negative tumours is not told of ALK-positive ones', () => {
    for (const { claim } of ask('median PFS crizotinib ALK-negative').statements)
      expect(claim.statement).toContain('ALK-negative');
  });

  it('of one patient, "negative" answers whether the tumour was positive', () => {
    expect(answersOf('was the tumor ALK positive in this case')).toContain('guo-2024-ihc-alk');
  });

  it.each(['Which patients do not need radiotherapy?', 'who should not get crizotinib'])(
    '"%s" is not answered by those who were treated',
    (text) => {
      expect(answersOf(text)).toEqual([]);
    },
  );

  it('who needs nothing further is answered by those who got nothing', () => {
    expect(answersOf("which IMT patients don't need adjuvant treatment")[0]).toBe(
      'yuksel-2022-no-recurrence',
    );
  });
});

describe('many patients and one', () => {
  it('"patients" are not the published patient', () => {
    const [first] = ask('How many IMT patients are ALK positive?').statements;
    expect(first?.claim.subtopic).toBe('alk-frequency');
  });

  it('the share without ALK is told by the share with it', () => {
    expect(answersOf('How many IMTs are ALK negative?')).toContain('hornick-2015-alk-half');
  });
});

describe('one treatment held against another in words', () => {
  it('is answered for each, as by "vs"', () => {
    const told = ask('Was crizotinib better than chemotherapy?').statements.map(
      ({ claim }) => claim.statement,
    );
    expect(told.some((statement) => /crizotinib/i.test(statement))).toBe(true);
    expect(told.some((statement) => /^(?!.*crizotinib).*chemotherapy/i.test(statement))).toBe(true);
  });
});

describe('how often, without anybody in it', () => {
  it('is a question of the disease, and with somebody in it still advice', () => {
    expect(ask('How often should I do CT after treatment?').reason).not.toBe('patient-advice');
    expect(ask('how often should we scan him').reason).toBe('patient-advice');
    expect(ask('should I operate').reason).toBe('patient-advice');
  });
});
