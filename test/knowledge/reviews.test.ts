import { describe, expect, it } from 'vitest';
import { buildKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { reviewText } from '../../src/views/words.ts';
import { aClaim, fixtureContents, fixtureFiles } from '../support/knowledge-fixture.ts';

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
