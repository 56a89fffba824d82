import { describe, expect, it } from 'vitest';
import { analyseText } from '../../../src/evidence/questions/analyse-text.ts';
import { normaliseQuestion } from '../../../src/evidence/questions/normalise-question.ts';
import { stemWord } from '../../../src/evidence/questions/stem-word.ts';
import { index, indexWith } from './index-for-test.ts';

const tokens = (text: string) => analyseText(text, index.lexicon, index.mend).map(({ token }) => token);

describe('a question is read so that', () => {
  it.each([
    ['54 Gy', '5400cGy'],
    ['54Gy in 27F', '5400 cGy in 27#'],
    ['5400/27F', '54 Gy in 27 fractions'],
    ['54/27 to the chest', '54 Gy in 27 fractions to the chest'],
    ['IMT w/o ALK', 'IMT without ALK'],
    ['6wk', '6 weeks'],
    ['3mo', '3 months'],
    ['mPFS in paeds', 'PFS in children'],
    ['M:F ratio', 'male to female ratio'],
    ['ALK -ve', 'ALK negative'],
    ['ROS1+ tumour', 'ROS1 +ve tumor'],
    ['S-100', 'S100'],
    ['radiotherapy', 'RT'],
    ['haematological toxicity', 'hematological toxicity'],
    ['metastases', 'mets'],
    ['ｒadiotherapy', 'radiotherapy'],
    ['H&E', 'H & E'],
    ['crizotinb', 'crizotinib'],
    ['radiotheraphy', 'radiotherapy'],
  ])('"%s" means the same as "%s"', (one, other) => {
    expect(tokens(one)).toEqual(tokens(other));
    expect(tokens(one).length).toBeGreaterThan(0);
  });

  it.each(['patent', 'marching', 'station', 'statue'])(
    'the real word "%s" is not mended into one of the field',
    (word) => {
      expect(tokens(word).join(' ')).not.toContain('@');
    },
  );

  it.each(['vital', 'lever', 'trace', 'grape', 'tonal'])(
    '"%s", one letter away from another word of five, is left as it is',
    (word) => {
      expect(index.mend(word)).toBe(word);
    },
  );

  it('a word of five letters of which two changed places is mended', () => {
    expect(index.mend('faatl')).toBe('fatal');
  });

  it('a slip is mended into a word of a statement, but not into one that only example questions have', () => {
    const stated = indexWith({ id: 'x', statement: 'Quixotry was not seen.' });
    const asked = indexWith({ id: 'x', statement: 'It was not seen.', asks: ['Was quixotry seen?'] });
    expect(stated.mend('quixtry')).toBe('quixotry');
    expect(asked.mend('quixtry')).toBe('quixtry');
  });

  it('an abbreviation that is also an everyday word counts in capitals only', () => {
    expect(tokens('WHO class')).toContain('@classification');
    expect(tokens('who decides')).not.toContain('@classification');
  });

  it('an abbreviation does not stand in the middle of another word’s forms', () => {
    expect(tokens('fused')).toEqual(['@fusion']);
    expect(tokens('all rules')).not.toContain('@lung');
  });

  it('a longer phrase goes before its words', () => {
    expect(tokens('soft tissue sarcoma')).toEqual(['@soft-tissue-sarcoma']);
  });

  it('mentions, channels and links of Slack carry nothing', () => {
    expect(tokens('<@U123> SUVmax <#C1|lung> <!here> <https://evil.example|trachea>')).toEqual([
      '@fdg',
      '@trachea',
    ]);
  });

  it('a tumour or drug in no list is known by its ending', () => {
    const kinds = analyseText('myxopapilloma after wombatinib', index.lexicon, index.mend).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['outside', 'word', 'outside']);
  });

  it('so are a disease and an operation, and no word of every day', () => {
    const kindsOf = (text: string) => analyseText(text, index.lexicon, index.mend).map(({ kind }) => kind);
    for (const name of ['polyserositis', 'bronchomalacosis', 'wombatectomy', 'wombatoscopy'])
      expect(kindsOf(name)).toEqual(['outside']);
    expect(kindsOf('basis')).toEqual(['word']);
  });

  it('the phase of a trial is not that of a plan', () => {
    expect(tokens('phase 1 trial')).toEqual(['@trial']);
    expect(tokens('first phase of the PTV')).toContain('@ptv');
  });
});

describe('normalising', () => {
  it('leaves plain words as they are, and hyphens that join them', () => {
    expect(normaliseQuestion('Is ALK-negative follow-up rarer?')).toBe('Is ALK-negative follow-up rarer?');
    expect(normaliseQuestion('ALK-ve')).toBe('ALK negative');
    expect(normaliseQuestion(' two  spaces ')).toBe('two spaces');
  });

  it('writes doses in cGy, # as fractions and +ve as positive', () => {
    expect(normaliseQuestion('54Gy/27# in ROS1+ve IMT?')).toBe(
      '5400cgy Gy /27 fractions in ROS1 positive IMT?',
    );
  });

  it('takes no share of patients, day or number of days for a schedule', () => {
    for (const typed of ['12/21 responded', '24/7', '25/12/2024', '40/20 patients'])
      expect(normaliseQuestion(typed)).toBe(typed);
  });

  it('gives both ends of a range their unit', () => {
    expect(normaliseQuestion('20-60 Gy')).toBe('2000cgy Gy to 6000cgy Gy');
  });
});

it.each([
  ['irradiated', 'irradiat'],
  ['stopped', 'stop'],
  ['biopsies', 'biopsi'],
  ['biopsy', 'biopsi'],
  ['masses', 'mass'],
  ['ros1', 'ros1'],
])('the stem of "%s" is "%s"', (word, stem) => {
  expect(stemWord(word)).toBe(stem);
});
