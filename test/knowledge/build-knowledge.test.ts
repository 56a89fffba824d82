import { describe, expect, it } from 'vitest';
import { buildKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { KnowledgeError } from '../../src/knowledge/problem.ts';
import type { KnowledgeFile } from '../../src/knowledge/read-files.ts';
import { aCase, aClaim, aTemplate, fixtureContents, fixtureFiles } from '../support/knowledge-fixture.ts';

function refusal(files: readonly KnowledgeFile[]): KnowledgeError {
  try {
    buildKnowledge(files);
  } catch (error) {
    if (error instanceof KnowledgeError) return error;
    throw error;
  }
  throw new Error('expected the knowledge base to be refused');
}

const replaced = (path: string, text: string) =>
  fixtureFiles().map((file) => (file.path === path ? { path, text } : file));

describe('the knowledge base', () => {
  it('gives each claim and case together with the source it stands in', () => {
    const knowledge = buildKnowledge(fixtureFiles());
    expect(knowledge.claims.get('alpha-one')?.sourceId).toBe('alpha');
    expect(knowledge.cases.get('alpha-case')?.sourceId).toBe('alpha');
    expect(knowledge.sources.get('alpha')?.label).toBe('Alpha 2001');
  });

  it('has a version that is the same for the same files and another for any change', () => {
    const version = buildKnowledge(fixtureFiles()).version;
    expect(version).toEqual(buildKnowledge(fixtureFiles()).version);
    expect(version.hash).toMatch(/^[0-9a-f]{7}$/);
    expect(version.date).toBe('2026-11-01');
    const changed = fixtureContents({ claims: [aClaim({ statement: 'Another made-up statement.' })] });
    expect(buildKnowledge(fixtureFiles(changed)).version.hash).not.toBe(version.hash);
  });

  it('tells every mistake of every file at once, each with file, line, path and what was expected', () => {
    const contents = fixtureContents({
      claims: [aClaim({ topic: '', n: -1 }), aClaim({ id: 'Bad Id', locator: ' ' })],
    });
    contents.topics.topics[1] = { id: 'surgery', title: '', subtopics: [] };
    const { message, problems } = refusal(fixtureFiles(contents));
    expect(problems.map(({ file, path }) => `${file} ${path}`)).toEqual([
      'sources/alpha.yml claims[0].topic',
      'sources/alpha.yml claims[0].n',
      'sources/alpha.yml claims[1].id',
      'sources/alpha.yml claims[1].locator',
      'topics.yml topics[1].title',
      'topics.yml topics[1].subtopics',
    ]);
    expect(problems.every(({ line }) => line !== null && line > 1)).toBe(true);
    expect(message).toContain('The knowledge base has 6 mistakes');
    expect(message).toMatch(/sources\/alpha\.yml:\d+ claims\[1\]\.id: expected small letters/);
  });

  it('refuses a field that the schema does not know, so that a slip of the pen is not silently dropped', () => {
    const { message } = refusal(replaced('vocabulary.yml', 'concepts: []\nconceptz: []\n'));
    expect(message).toContain('vocabulary.yml');
    expect(message).toContain('conceptz');
  });

  it('tells the line of text that is no YAML', () => {
    const { problems } = refusal(replaced('topics.yml', 'topics:\n  - id: a\n   title: b\n'));
    expect(problems[0]).toMatchObject({ file: 'topics.yml', path: '(YAML)' });
    expect(problems[0]?.line).toBeGreaterThanOrEqual(2);
  });

  it('refuses to start without one of its files', () => {
    const files = fixtureFiles().filter(({ path }) => path !== 'conflicts.yml');
    expect(refusal(files).message).toContain('conflicts.yml (whole file): expected this file to exist');
  });

  it('refuses an id that is used twice', () => {
    const contents = fixtureContents({ claims: [aClaim(), aClaim()], cases: [aCase(), aCase()] });
    const { message } = refusal(fixtureFiles(contents));
    expect(message).toContain('claims[1].id: the claim "alpha-one" stands already in sources/alpha.yml');
    expect(message).toContain('cases[1].id: the case "alpha-case" stands already');
  });

  it('refuses a disagreement of a claim with itself', () => {
    const contents = fixtureContents({ claims: [aClaim(), aClaim({ id: 'alpha-two' })] });
    contents.conflicts.conflicts = [
      {
        ...{ id: 'both', topics: ['radiotherapy'], title: 'Made up', likelyReason: 'Made up.' },
        sides: [
          { position: 'One', claims: ['alpha-one'] },
          { position: 'Other', claims: ['alpha-two', 'alpha-one'] },
        ],
        review: { status: 'extracted' },
      },
    ];
    expect(refusal(fixtureFiles(contents)).message).toMatch(
      /conflicts\.yml:\d+ conflicts\[0\]\.sides\[1\]\.claims\[1\]: the claim "alpha-one" stands on two sides/,
    );
  });

  it('refuses an id that stands for two things which a review names by it alone, and tells where the other is', () => {
    const contents = fixtureContents({ claims: [aClaim({ id: 'alpha-case' })] });
    contents.templates = [aTemplate({ id: 'alpha' })];
    const { message } = refusal(fixtureFiles(contents));
    expect(message).toMatch(
      /cases\[0\]\.id: the claim "alpha-case" stands already in sources\/alpha\.yml:\d+/,
    );
    expect(message).toMatch(/surveillance\/alpha\.yml:\d+ id: the source "alpha" stands already/);
  });

  it('refuses a topic, subtopic, claim, figure, case or source that is named but not there', () => {
    const contents = fixtureContents({
      claims: [aClaim({ topic: 'nowhere' }), aClaim({ id: 'alpha-two', subtopic: 'nowhere' })],
      misprints: [
        {
          id: 'slip',
          locator: 'Table 1',
          printed: 'x',
          read: null,
          standing: 'unresolved',
          explanation: 'Made up.',
          claims: ['no-claim'],
          cases: ['no-case'],
        },
      ],
    });
    contents.source.source = { ...contents.source.source, overlapsWith: ['no-source'] };
    contents.topics.topics = contents.topics.topics.map((topic) => ({
      ...topic,
      keyFigures: [{ claim: 'alpha-two', figure: 'no-figure' }],
    }));
    contents.conflicts.conflicts = [
      {
        id: 'both',
        topics: ['no-topic'],
        title: 'Made up',
        sides: [
          { position: 'One', claims: ['alpha-one'] },
          { position: 'Other', claims: ['no-side'] },
        ],
        likelyReason: 'Made up.',
        review: { status: 'extracted' },
      },
    ];
    contents.vocabulary.concepts = [{ id: 'word', label: 'Word', terms: ['w'], topic: 'no-word-topic' }];
    const expected = refusal(fixtureFiles(contents)).problems.map((problem) => problem.expected);
    expect(expected).toEqual([
      'there is no source "no-source": expected one of alpha',
      'there is no topic "nowhere": expected one of radiotherapy, surgery',
      'there is no subtopic of radiotherapy "nowhere": expected one of dose, effect',
      'there is no claim "no-claim": expected one of alpha-one, alpha-two',
      'there is no case "no-case": expected one of alpha-case',
      'claim "alpha-two" has no figure "no-figure"',
      'claim "alpha-two" has no figure "no-figure"',
      'there is no topic "no-topic": expected one of radiotherapy, surgery',
      'there is no claim "no-side": expected one of alpha-one, alpha-two',
      'there is no topic "no-word-topic": expected one of radiotherapy, surgery',
    ]);
  });

  it('refuses a key figure without a warning beside it when its claim carries one', () => {
    const contents = fixtureContents({
      claims: [
        aClaim({
          figures: [{ name: 'recurred', value: 5, unit: 'patients', n: 6 }],
          caveats: [{ text: 'Doubt.' }],
        }),
      ],
    });
    const [topic] = contents.topics.topics;
    if (topic) topic.keyFigures = [{ claim: 'alpha-one', figure: 'recurred' }];
    expect(refusal(fixtureFiles(contents)).message).toContain('claim "alpha-one" carries warnings');
    if (topic) topic.keyFigures = [{ claim: 'alpha-one', figure: 'recurred', warning: 'Doubtful.' }];
    expect(buildKnowledge(fixtureFiles(contents)).claims.size).toBe(1);
  });

  it('asks for the warning of a key figure also where only a misprint doubts its claim', () => {
    const contents = fixtureContents({
      claims: [aClaim({ figures: [{ name: 'recurred', value: 5, unit: 'patients', n: 6 }] })],
      misprints: [
        {
          ...{ id: 'slip', locator: 'Table 1', printed: '5/6', read: null, standing: 'unresolved' },
          ...{ explanation: 'Made up.', claims: ['alpha-one'] },
        },
      ],
    });
    const [topic] = contents.topics.topics;
    if (topic) topic.keyFigures = [{ claim: 'alpha-one', figure: 'recurred' }];
    expect(refusal(fixtureFiles(contents)).message).toContain('claim "alpha-one" carries warnings');
  });

  it('names those spelt alike where too many ids could be meant', () => {
    const claims = Array.from({ length: 30 }, (_, i) => aClaim({ id: `alpha-number-${i}-of-many` }));
    const contents = fixtureContents({ claims });
    const [topic] = contents.topics.topics;
    if (topic) topic.keyFigures = [{ claim: 'alpha-nubmer-7-of-many', figure: 'x' }];
    const told = refusal(fixtureFiles(contents)).problems.map(({ expected }) => expected);
    expect(told[0]).toMatch(
      /^there is no claim "alpha-nubmer-7-of-many": nearest are alpha-number-7-of-many/,
    );
    if (topic) topic.keyFigures = [{ claim: 'zzz', figure: 'x' }];
    expect(refusal(fixtureFiles(contents)).message).toContain('"zzz": expected one that stands in the files');
  });

  it('does not take a review without who and when', () => {
    const contents = fixtureContents({
      claims: [aClaim({ review: { status: 'reviewed', by: 'A. Reviewer' } })],
    });
    expect(refusal(fixtureFiles(contents)).message).toContain('a reviewed entry expects by, on and content');
  });
});
