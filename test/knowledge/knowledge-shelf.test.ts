import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/evidence/questions/answer-question.ts';
import { readyIndex } from '../../src/evidence/questions/ready-index.ts';
import { buildKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { createKnowledgeShelf } from '../../src/knowledge/knowledge-shelf.ts';
import { aClaim, fixtureContents, fixtureFiles, fixtureKnowledge } from '../support/knowledge-fixture.ts';

const changed = () => fixtureKnowledge(fixtureContents({ claims: [aClaim({ statement: 'Another one.' })] }));
const nothing = { open: [], decided: [], approvals: [] };

describe('the knowledge base that is served', () => {
  test('is exchanged as a whole; who took the old one keeps it', () => {
    let load = fixtureKnowledge;
    const shelf = createKnowledgeShelf(() => load());
    const taken = shelf.current();
    load = changed;
    expect(shelf.reload()).toMatchObject({ kind: 'loaded' });
    expect(taken.claims.get('alpha-one')?.statement).toBe('Made-up statement for a test.');
    expect(shelf.current().claims.get('alpha-one')?.statement).toBe('Another one.');
    expect(shelf.current().version).not.toEqual(taken.version);
    expect(shelf.reload()).toMatchObject({ kind: 'unchanged' });
  });

  test('stays when the new files have a mistake, which is told with its file and line', () => {
    let files = fixtureFiles();
    const shelf = createKnowledgeShelf(() => buildKnowledge(files));
    const before = shelf.current();
    files = files.map((file) =>
      file.path === 'topics.yml' ? { ...file, text: `${file.text}nonsense: true\n` } : file,
    );
    const outcome = shelf.reload();
    expect(outcome).toMatchObject({ kind: 'refused' });
    expect(JSON.stringify(outcome)).toMatch(/topics\.yml:\d+ /);
    expect(shelf.current()).toBe(before);
  });

  test('stays when the files cannot be read, which is told without the machine’s paths', () => {
    let broken = false;
    const shelf = createKnowledgeShelf(() => {
      if (broken) throw Object.assign(new Error('/srv/secret/knowledge'), { code: 'EACCES' });
      return fixtureKnowledge();
    });
    broken = true;
    expect(shelf.reload()).toEqual({
      kind: 'refused',
      mistakes: ['The files of the knowledge base could not be read (EACCES).'],
    });
  });

  test('does not start with a mistake', () => {
    expect(() => createKnowledgeShelf(() => buildKnowledge([]))).toThrow(/\d+ mistakes:|one mistake:/);
  });

  test('answers with what the store says of its statements, on an index that is not built anew', () => {
    const shelf = createKnowledgeShelf(fixtureKnowledge);
    const built = readyIndex(shelf.current());
    const contentHash = shelf.current().claims.get('alpha-one')?.contentHash ?? '';
    const approval = { entryId: 'alpha-one', contentHash, by: 'Ada Byrne', on: '2026-11-23' };
    shelf.curate({ ...nothing, approvals: [approval] });
    const index = readyIndex(shelf.current());
    expect(index.scoresOf).toBe(built.scoresOf);
    const { statements, related } = answerQuestion('made-up statement', index);
    const [found] = [...statements, ...related];
    expect(found?.claim.review).toEqual({
      ...{ status: 'reviewed', by: 'Ada Byrne', on: '2026-11-23', content: contentHash },
    });
    shelf.curate({ ...nothing, approvals: [{ ...approval, contentHash: 'aaaaaaaaaaaa' }] });
    expect(shelf.current().claims.get('alpha-one')?.review.status).toBe('extracted');
  });

  test('keeps what the store says of statements over a reload', () => {
    let served = fixtureKnowledge();
    const shelf = createKnowledgeShelf(() => served);
    const contentHash = served.claims.get('alpha-one')?.contentHash ?? '';
    const approval = { entryId: 'alpha-one', contentHash, by: 'Ada Byrne', on: '2026-11-23' };
    shelf.curate({ ...nothing, approvals: [approval] });
    served = { ...served, version: { hash: 'abcdef0', date: '2026-11-24' } };
    expect(shelf.reload().kind).toBe('loaded');
    expect(shelf.current().claims.get('alpha-one')?.review.status).toBe('reviewed');
    expect(shelf.asFiled().claims.get('alpha-one')?.review.status).toBe('extracted');
  });
});
