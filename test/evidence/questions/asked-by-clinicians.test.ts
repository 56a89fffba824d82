import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/evidence/questions/answer-question.ts';
import { index } from './index-for-test.ts';

const ask = (question: string) => answerQuestion(question, index);
const shown = (question: string) => ask(question).statements.map(({ claim }) => claim);

describe('what is asked of a treatment', () => {
  it.each([
    'immunotherapy response rate IMT',
    'does crizotinib cause pneumonitis',
    'crizotinib, pneumonitis',
  ])('"%s" is not answered by what another treatment did', (question) => {
    expect(ask(question)).toMatchObject({ outcome: 'closest', statements: [] });
  });

  it('is answered by what was said of its class, where nothing else is held', () => {
    expect(shown('crizotinib nausea').map(({ id }) => id)).toEqual(['alk-inhibitor-toxicity-gut']);
  });

  it('beside an operation is answered by what speaks of the treatment, not of the operation alone', () => {
    const answers = shown('radiotherapy after R0 resection');
    expect(answers.length).toBeGreaterThan(0);
    for (const { statement } of answers) expect(statement).toMatch(/radio|irradiat/i);
  });

  it('is one question, however the harm is joined to it', () => {
    expect(ask('crizotinib and QT prolongation')).toMatchObject({
      outcome: 'declined',
      outside: ['QT prolongation'],
      statements: [],
    });
  });

  it('is answered for the region that is named', () => {
    const answers = shown('EMA approval crizotinib IMT age');
    expect(answers.length).toBeGreaterThan(0);
    for (const { statement } of answers) expect(statement).toMatch(/CHMP|EU /);
    expect(ask('is crizotinib approved by NICE').outcome).toBe('declined');
  });
});

describe('the dose of a drug', () => {
  it('is told by amounts of that drug alone', () => {
    const answers = shown('crizotinib dose adults');
    expect(answers.length).toBeGreaterThan(0);
    for (const { statement } of answers) expect(statement).toMatch(/crizotinib.* mg/);
  });

  it('for adults is not told by what was given to children', () => {
    expect(ask('ceritinib dose adults').statements).toEqual([]);
    expect(shown('ceritinib dose in children').length).toBeGreaterThan(0);
  });

  it('of low-dose radiotherapy is not a low dose of a drug', () => {
    const answers = shown('low dose radiotherapy in IMT');
    expect(answers.length).toBeGreaterThan(0);
    for (const { statement } of answers) expect(statement).not.toMatch(/ceritinib/);
  });
});

describe('what was seen in children', () => {
  it('does not tell how adults fare', () => {
    expect(shown('death from IMT in adults').map(({ id }) => id)).not.toContain('chun-2005-salvage');
    expect(shown('paediatric IMT survival').map(({ id }) => id)).toContain('chun-2005-salvage');
  });
});

describe('two words that nobody here uses', () => {
  it('are a thing that nobody here speaks of', () => {
    expect(ask('orthoptic handrail on crizotinib').statements).toEqual([]);
  });
});

describe('a word that the base lacks', () => {
  it.each([
    'amputation for extremity IMT',
    're-irradiation',
    'Rosai-Dorfman disease steroids',
    'crizotinib discontinuation relapse',
    'trials open for IMT',
    'neonatal IMT',
    'visual disturbance on crizotinib',
  ])('"%s" is not answered by what stands near it', (question) => {
    expect(ask(question)).toMatchObject({ statements: [] });
  });
});

describe('in other words than the base', () => {
  it.each([
    ['thrombocytosis in IMT', 'chun-2005-blood'],
    ['IMT not ALK rearranged – treatment?', 'guo-2024-no-standard-for-alk-negative'],
    ['does ALK positivity predict recurrence', 'cha-2017-alk-course'],
    ['wait and watch in IMT', 'sugiyama-mediastinum-regression'],
    ['malignant transformation', 'extremity-imt-korea-transformation'],
    ['second tumours in IMT patients', 'kovach-2006-second-tumour'],
    ['when do bladder IMTs recur after TURBT', 'hensley-2022-after-tur'],
  ])('"%s" is answered by %s', (question, id) => {
    expect(shown(question)[0]?.id).toBe(id);
  });
});

it('how often to scan is no question of how often the tumour returns', () => {
  const { statements, related } = ask('how often should scans be done after IMT surgery');
  expect([...statements, ...related].map(({ claim }) => claim.id)).toContain('guo-2024-followup-schedule');
  for (const { claim } of statements) expect(claim.topic).not.toBe('recurrence');
});

describe('notes on somebody', () => {
  it('by age and sex are a patient, a number of fractions is not', () => {
    expect(ask('64M lung IMT post R2 resection, RT dose?').reason).toBe('patient-advice');
    expect(ask('54 Gy in 27 f, recurrence').reason).not.toBe('patient-advice');
  });

  it('are none where a question asks what has worked next', () => {
    expect(ask('not responding to crizotinib, what next drug has worked').outcome).toBe('answered');
    expect(ask('progressed on crizotinib, what next?').reason).toBe('patient-advice');
  });
});

it.each(['preservation', 'conversation'])('"%s" is not mended by exchanging two letters', (word) => {
  expect(index.mend(word)).toBe(word);
});

describe('a question in few words', () => {
  it.each([
    ['radiation with crizotinib concurrently', 'chmiel-2024-rt-with-targeted'],
    ['EIMS ALK inhibitor response', 'theilen-2018-crizotinib'],
    ['MTX-VBL median PFS', 'baldi-2020-mtx-v-survival'],
    ['crizotinib overall survival at 3 years', 'create-2021-survival'],
    ['haemoptysis', 'kim-2002-symptoms'],
    ['ALK resistance mutations after crizotinib', 'dctn1-alk-npj-g1269a'],
    ['how often should scans be done after IMT surgery', 'guo-2024-followup-schedule'],
    ['T2 signal of IMT', 'wang-2015-mri'],
  ])('"%s" is answered, among others by %s', (question, id) => {
    expect(shown(question).map((claim) => claim.id)).toContain(id);
  });

  it.each(['orbital MRI frequency', 'WHO 2020 classification', 'circulating tumour DNA in IMT'])(
    '"%s" is not answered by what comes near',
    (question) => {
      expect(ask(question).statements).toEqual([]);
    },
  );

  it('of everyday words alone asks nothing of the field', () => {
    expect(ask('who won the match yesterday')).toMatchObject({
      outcome: 'declined',
      reason: 'nothing-asked',
    });
  });

  it('about brain metastases is not refused as one about another tumour', () => {
    const { outcome, related } = ask('lorlatinib for brain metastases');
    expect(outcome).toBe('closest');
    expect(related.map(({ claim }) => claim.id)).toContain('yuan-2017-generations');
  });

  it('about a sarcoma is answered by what was found in one, marked as another tumour', () => {
    const [first] = shown('lorlatinib in an ALK rearranged sarcoma');
    expect(first).toMatchObject({ id: 'eml4-alk-sarcoma-2024-lorlatinib', tumour: 'other' });
  });
});
