import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../knowledge/schema.ts';
import { findUnpublished } from '../../src/evidence/changes/find-unpublished.ts';
import { resolveClaim } from '../../src/evidence/resolve-claim.ts';
import { buildKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { ledgerText } from '../../src/knowledge/ledger-text.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { KnowledgeError } from '../../src/knowledge/problem.ts';
import { aClaim, fixtureContents, fixtureFiles } from '../support/knowledge-fixture.ts';

const folder = new URL('../../knowledge/', import.meta.url);
const added: LedgerEntry = { did: 'added', on: '2026-11-23', source: 'alpha', content: '0123456789ab' };
const replacedBy = (by: string): LedgerEntry => ({
  did: 'replaced',
  on: '2026-11-24',
  by,
  because: 'Made up.',
});
const withdrawn: LedgerEntry = { did: 'withdrawn', on: '2026-11-25', because: 'Made up too.' };

const withPublished = (statements: Record<string, LedgerEntry[]>) =>
  fixtureFiles({ ...fixtureContents(), published: { statements } });

function problemsOf(statements: Record<string, LedgerEntry[]>): string[] {
  try {
    buildKnowledge(withPublished(statements));
  } catch (error) {
    if (error instanceof KnowledgeError)
      return error.problems.map(({ file, line, expected }) => {
        expect([file, typeof line]).toEqual(['published.yml', 'number']);
        return expected;
      });
    throw error;
  }
  return [];
}

describe('the list of what was published', () => {
  it('holds every statement of the base as it stands', () => {
    const found = findUnpublished(loadKnowledge(folder));
    expect(found, 'run: npm run -s imt -- kb publish').toEqual({
      ...{ added: [], changed: [], retracted: [], restored: [] },
    });
  });

  it('is written the same again from what is read of it', () => {
    const { published } = loadKnowledge(folder);
    expect(ledgerText(published)).toBe(readFileSync(new URL('published.yml', folder), 'utf8'));
  });

  it('lets no statement disappear without telling what became of it', () => {
    const [problem] = problemsOf({ 'alpha-one': [added], 'alpha-gone': [added] });
    expect(problem).toContain('"alpha-gone" was published and stands in no source file');
    expect(problem).toContain('--withdrawn alpha-gone');
    expect(problemsOf({ 'alpha-one': [added], 'alpha-gone': [added, withdrawn] })).toEqual([]);
  });

  it('gives no id that has ended to another statement', () => {
    expect(problemsOf({ 'alpha-one': [added, withdrawn] })[0]).toContain('expected another id');
  });

  it('lets a replacement lead to a statement, or to why there is none, never in a circle or nowhere', () => {
    const nowhere = ['expected a statement that was ever published'];
    expect(problemsOf({ 'alpha-gone': [added, replacedBy('never-was')] })).toEqual(nowhere);
    expect(problemsOf({ a: [added, replacedBy('b')], b: [added, replacedBy('a')] })).toHaveLength(2);
    expect(problemsOf({ 'alpha-gone': [added, replacedBy('alpha-one')] })).toEqual([]);
    expect(problemsOf({ a: [added, replacedBy('b')], b: [added, withdrawn] })).toEqual([]);
  });

  it('begins with the addition and ends with the end', () => {
    expect(problemsOf({ 'alpha-one': [withdrawn] })).toHaveLength(2);
    expect(problemsOf({ 'alpha-gone': [added, withdrawn, replacedBy('alpha-one')] })).toContain(
      'expected nothing after its end',
    );
  });
});

describe('an id of a statement', () => {
  const knowledge = buildKnowledge(
    withPublished({
      'alpha-old': [added, replacedBy('alpha-middle')],
      'alpha-middle': [added, replacedBy('alpha-one')],
      'alpha-lost': [added, replacedBy('alpha-gone')],
      'alpha-gone': [added, withdrawn],
    }),
  );

  it('stands for its statement, for what took its place at last, or for why it was withdrawn', () => {
    const one = knowledge.claims.get('alpha-one');
    expect(resolveClaim('alpha-one', knowledge)).toEqual({ claim: one, ended: null });
    expect(resolveClaim('alpha-old', knowledge)).toEqual({ claim: one, ended: replacedBy('alpha-middle') });
    expect(resolveClaim('alpha-lost', knowledge)).toEqual({ claim: null, ended: withdrawn });
    expect(resolveClaim('never-was', knowledge)).toBeNull();
  });
});

describe('the content of a statement', () => {
  const hashOf = (over: Parameters<typeof aClaim>[0]) =>
    buildKnowledge(fixtureFiles(fixtureContents({ claims: [aClaim(over)] }))).claims.get('alpha-one')
      ?.contentHash;
  const figure = { name: 'responded', value: 3, unit: 'patients', n: 7 };

  it.each([
    { statement: 'Another made-up statement.' },
    { figures: [figure] },
    { n: 2 },
    { locator: 'Table 2' },
    { caveats: [{ text: 'Doubt.' }] },
    { tumour: 'sts' as const },
    { basis: 'opinion' as const },
  ])('is another when a reader is told something else: %j', (over) => {
    expect(hashOf(over)).not.toBe(hashOf({}));
  });

  it.each([{ asks: ['How?'] }, { tags: ['word'] }, { reviewBy: '2030-01-01' }, { subtopic: 'effect' }])(
    'is the same however it is looked for, filed and reviewed: %j',
    (over) => {
      expect(hashOf(over)).toBe(hashOf({}));
    },
  );

  it('is the same in whatever order its fields are written', () => {
    const turned = { n: 7, unit: 'patients', value: 3, name: 'responded' };
    expect(hashOf({ figures: [turned] })).toBe(hashOf({ figures: [figure] }));
  });
});
