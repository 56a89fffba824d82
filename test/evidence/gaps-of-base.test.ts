import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { thinTopics } from '../../src/evidence/thin-topics.ts';
import { uncitedEntities } from '../../src/evidence/uncited-entities.ts';
import { buildKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { aClaim, fixtureContents, fixtureFiles, fixtureKnowledge } from '../support/knowledge-fixture.ts';

type ClaimInput = Parameters<typeof aClaim>[0];

/** A base whose statements stand in as many publications as are given. */
function ofSources(...claims: ClaimInput[]) {
  const { source } = fixtureContents();
  const others = claims.map((over, i) => ({
    path: `sources/source-${i}.yml`,
    text: stringify({
      source: { ...source.source, id: `source-${i}` },
      claims: [aClaim({ id: `claim-${i}`, ...over })],
    }),
  }));
  const files = fixtureFiles(fixtureContents({ claims: [], cases: [] }));
  return buildKnowledge([...files, ...others]);
}
const radiotherapy = (...claims: ClaimInput[]) =>
  thinTopics(ofSources(...claims)).find(({ id }) => id === 'radiotherapy');

describe('a topic', () => {
  it('stands on enough with three publications, one of which observed ten patients of the tumour', () => {
    expect(radiotherapy({}, {}, { n: 10 })).toBeUndefined();
  });

  it.each<[string, ClaimInput[], object]>([
    ['fewer publications', [{ n: 30 }, {}], { sources: 2 }],
    ['fewer patients', [{ n: 9 }, {}, {}], { mostPatients: 9 }],
    ['a number that is only cited', [{ n: 90, basis: 'cited' }, {}, {}], { mostPatients: 1 }],
    [
      'other tumours only',
      [{ n: 90, tumour: 'sts' }, { tumour: 'other' }, { tumour: 'sts' }],
      { otherTumoursOnly: true },
    ],
    [
      'what is retracted',
      [{ n: 90, retracted: { on: '2026-01-01', reason: 'x' } }, {}, {}, {}],
      { mostPatients: 1 },
    ],
  ])('is thin with %s', (_, claims, said) => {
    expect(radiotherapy(...claims)).toMatchObject(said);
  });

  it('is thin without a statement', () => {
    expect(thinTopics(ofSources()).map(({ id, statements }) => [id, statements])).toEqual([
      ['radiotherapy', 0],
      ['surgery', 0],
    ]);
  });
});

describe('an entity of the vocabulary', () => {
  const uncited = (over: ClaimInput) =>
    uncitedEntities(fixtureKnowledge(fixtureContents({ claims: [aClaim(over)] })));

  it('is missing until a statement names it, by its words, a tag or a figure', () => {
    expect(uncited({})).toEqual(['radiotherapy', 'crizotinib']);
    expect(uncited({ statement: 'Crizotinib was given.' })).toEqual(['radiotherapy']);
    expect(uncited({ tags: ['RT'] })).toEqual(['crizotinib']);
    expect(uncited({ figures: [{ name: 'had radiotherapy', value: 1, unit: 'patients', n: 1 }] })).toEqual([
      'crizotinib',
    ]);
  });

  it('is not named by a statement that was retracted', () => {
    const retracted = { on: '2026-01-01', reason: 'x' };
    expect(uncited({ statement: 'Crizotinib was given.', retracted })).toContain('crizotinib');
  });

  it('of the whole base is a drug that it really does not speak of', () => {
    const knowledge = loadKnowledge(new URL('../../knowledge/', import.meta.url));
    const missing = uncitedEntities(knowledge);
    expect(missing).toContain('pembrolizumab');
    expect(missing).not.toContain('crizotinib');
    const all = [...knowledge.claims.values()].map(({ statement }) => statement.toLowerCase()).join('\n');
    expect(all).not.toContain('pembrolizumab');
  });
});
