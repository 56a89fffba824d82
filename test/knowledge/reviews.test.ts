import { describe, expect, it } from 'vitest';
import { buildKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { reviewText } from '../../src/views/words.ts';
import { aCase, aClaim, aTemplate, fixtureContents, fixtureFiles } from '../support/knowledge-fixture.ts';

const built = (claim: Parameters<typeof aClaim>[0], writtenBy: string | null = null) => {
  const { source } = fixtureContents().source;
  return buildKnowledge(
    fixtureFiles(fixtureContents({ source: { ...source, writtenBy }, claims: [aClaim(claim)] })),
  ).claims.get('alpha-one');
};
const content = built({})?.contentHash ?? '';
const review = { status: 'reviewed' as const, by: 'Ada Byrne', on: '2026-11-23', content };

describe('a review', () => {
  it('holds for the statement as it was read, and no longer once it says something else', () => {
    const standing = built({ review });
    expect(standing?.review.status).toBe('reviewed');
    const changed = built({ review, statement: 'Something else.' });
    expect(changed?.review).toEqual({ ...review, status: 'lapsed' });
    expect(changed && reviewText(changed.review)).toBe(
      'reviewed before its last change; not reviewed as it stands',
    );
  });

  it('still holds when only the words by which it is found change', () => {
    expect(built({ review, asks: ['How?'], tags: ['word'] })?.review.status).toBe('reviewed');
  });

  it.each(['Ada Byrne', 'Dr. ADA BYRNE', 'Byrne, Ada', 'Áda  Byrne'])(
    'by who wrote the entry is refused at load: %s',
    (by) => {
      expect(() => built({ review: { ...review, by } }, 'Ada Byrne')).toThrow(
        /expected a review by somebody else/,
      );
      expect(() => built({ review: { ...review, by }, writtenBy: 'Ada Byrne' })).toThrow(/somebody else/);
    },
  );

  it('of another person’s statement in a file of one’s own is taken', () => {
    expect(built({ review, writtenBy: 'Bo Lind' }, 'Ada Byrne')?.review.status).toBe('reviewed');
    expect(built({ review: { ...review, by: 'Bo Byrne' } }, 'Ada Byrne')?.review.status).toBe('reviewed');
  });
});

describe('a review of a published case', () => {
  const builtCase = (one: Parameters<typeof aCase>[0], writtenBy: string | null = null) => {
    const { source } = fixtureContents().source;
    const contents = fixtureContents({ source: { ...source, writtenBy }, cases: [aCase(one)] });
    return buildKnowledge(fixtureFiles(contents)).cases.get('alpha-case');
  };
  const ofCase = { ...review, content: builtCase({})?.contentHash ?? '' };

  it('holds for the case as it was read, and no longer once a dose of it is another', () => {
    expect(builtCase({ review: ofCase })?.review.status).toBe('reviewed');
    const phase = { totalDoseGy: 45, fractions: 27, printedAs: '5400cGy/27F' };
    const radiotherapy = { given: { patients: 1, of: 1 }, schedules: [{ phases: [phase] }] };
    expect(builtCase({ review: ofCase, radiotherapy })?.review).toEqual({ ...ofCase, status: 'lapsed' });
  });

  it('says what it is of, or is refused', () => {
    const { content: _, ...byHand } = ofCase;
    expect(() => builtCase({ review: byHand })).toThrow(/cases\[0\]\.review: .*kb review/);
  });

  it('is not by who wrote the file, nor by who changed the case last', () => {
    expect(() => builtCase({ review: ofCase }, 'Dr Ada Byrne')).toThrow(/cases\[0\].*by somebody else/);
    expect(() => builtCase({ review: ofCase, writtenBy: 'Byrne, Ada' })).toThrow(/by somebody else/);
    expect(builtCase({ review: ofCase, writtenBy: 'Bo Lind' }, 'Ada Byrne')?.review.status).toBe('reviewed');
  });
});

describe('a review of a template of follow-up', () => {
  const builtTemplate = (over: Parameters<typeof aTemplate>[0]) =>
    buildKnowledge(fixtureFiles({ ...fixtureContents(), templates: [aTemplate(over)] })).surveillance[0];
  const ofTemplate = { ...review, content: builtTemplate({})?.contentHash ?? '' };

  it('holds for the template as it was read, and no longer once its dates are others', () => {
    expect(builtTemplate({ review: ofTemplate })?.review.status).toBe('reviewed');
    expect(builtTemplate({ review: ofTemplate, reviewBy: '2029-01-01' })?.review.status).toBe('reviewed');
    const phases = [{ everyMonths: 3, throughMonths: 24, windowDays: 14, printedAs: 'every 6 months' }];
    expect(builtTemplate({ review: ofTemplate, phases })?.review.status).toBe('lapsed');
  });

  it('says what it is of, and is not by its author', () => {
    const { content: _, ...byHand } = ofTemplate;
    expect(() => builtTemplate({ review: byHand })).toThrow(/made-up-schedule\.yml:\d+ review: .*kb review/);
    expect(() => builtTemplate({ review: ofTemplate, writtenBy: 'Ada Byrne' })).toThrow(
      /made-up-schedule\.yml:\d+ review\.by: Ada Byrne wrote this entry/,
    );
  });
});

describe('a draft', () => {
  const draft = (text: string) => [...fixtureFiles(), { path: 'sources/beta.yml', text }];

  it.each([
    'draft: true\nsource:\n  id: beta\n',
    '# Head\ndraft:  true # not yet\n : not YAML',
    '"draft": true\n',
  ])('is left out of the base whatever stands in it, and named: %j', (text) => {
    const knowledge = buildKnowledge(draft(text));
    expect(knowledge.drafts).toEqual(['sources/beta.yml']);
    expect(knowledge.sources.has('beta')).toBe(false);
  });

  it('that no longer says so is checked like every other file', () => {
    expect(() => buildKnowledge(draft('source:\n  id: beta\n'))).toThrow(/beta\.yml/);
    expect(() => buildKnowledge(draft('draft: yes\nsource:\n  id: beta\n'))).toThrow(/draft/);
  });
});
