import { describe, expect, it } from 'vitest';
import { applyCuration } from '../../../src/evidence/curation/apply-curation.ts';
import { notCarriedOver } from '../../../src/evidence/curation/carried-over.ts';
import type { ClaimFlag } from '../../../src/evidence/curation/curation-records.ts';
import { findReviewedEntry } from '../../../src/evidence/curation/reviewed-entry.ts';
import { aClaim, aTemplate, fixtureContents, fixtureKnowledge } from '../../support/knowledge-fixture.ts';

const knowledge = fixtureKnowledge();
const contentHash = knowledge.claims.get('alpha-one')?.contentHash ?? '';
const approval = { entryId: 'alpha-one', contentHash, by: 'Dr Ada Byrne', on: '2026-11-20' };
const flag: ClaimFlag = {
  ...{ id: 'f1', teamId: 'T1', userId: 'U1', claimId: 'alpha-one', contentHash },
  ...{ reason: 'wrong-figure', note: null, atMs: Date.UTC(2026, 10, 23, 12) },
};
const upheld = { ...flag, outcome: 'upheld', decidedAtMs: Date.UTC(2026, 10, 24) } as const;
const nothing = { open: [], decided: [], approvals: [] };

describe('what the store says of a statement', () => {
  it('makes it reviewed while it says what was approved', () => {
    const { claims } = applyCuration(knowledge, { ...nothing, approvals: [approval] });
    expect(claims.get('alpha-one')?.review).toMatchObject({ status: 'reviewed', by: 'Dr Ada Byrne' });
  });

  it('makes a published case and a template reviewed in the same way, and leaves all others as they are', () => {
    const base = fixtureKnowledge({ ...fixtureContents(), templates: [aTemplate()] });
    const ids = ['alpha-case', 'made-up-schedule'];
    const approvals = ids.map((entryId) => ({
      ...{ ...approval, entryId, contentHash: findReviewedEntry(entryId, base)?.contentHash ?? '' },
    }));
    const served = applyCuration(base, { ...nothing, approvals });
    expect(served.cases.get('alpha-case')?.review.status).toBe('reviewed');
    expect(served.surveillance[0]?.review.by).toBe('Dr Ada Byrne');
    expect(served.claims).toBe(base.claims);
    expect(notCarriedOver(base, { ...nothing, approvals }).approvals).toEqual(approvals);
    expect(notCarriedOver(served, { ...nothing, approvals }).approvals).toEqual([]);
  });

  it('prints the first of two who approved the same content, here and in the files', () => {
    const approvals = [approval, { ...approval, by: 'Bo Lind' }];
    const { claims } = applyCuration(knowledge, { ...nothing, approvals });
    expect(claims.get('alpha-one')?.review.by).toBe('Dr Ada Byrne');
    expect(notCarriedOver(knowledge, { ...nothing, approvals }).approvals).toEqual([approval]);
  });

  it('approves nothing that has changed since', () => {
    const approvals = [{ ...approval, contentHash: '000000000000' }];
    expect(applyCuration(knowledge, { ...nothing, approvals }).claims).toBe(knowledge.claims);
  });

  it('marks it from its first open flag on, with every reason', () => {
    const later: ClaimFlag = { ...flag, id: 'f2', reason: 'outdated', atMs: flag.atMs + 86_400_000 };
    expect(applyCuration(knowledge, { ...nothing, open: [flag, later] }).marks?.get('alpha-one')).toEqual({
      standing: 'under review',
      on: '2026-11-23',
      reasons: ['outdated', 'wrong-figure'],
    });
  });

  it('marks it as found wrong until its content is another', () => {
    const markOf = (decided: typeof upheld) =>
      applyCuration(knowledge, { ...nothing, decided: [decided] }).marks?.get('alpha-one');
    expect(markOf(upheld)).toMatchObject({ standing: 'found wrong', on: '2026-11-24' });
    expect(markOf({ ...upheld, contentHash: '000000000000' })).toBeUndefined();
  });

  it('marks it as found wrong from the first day on, with every reason that was upheld', () => {
    const later = { ...upheld, reason: 'outdated', decidedAtMs: upheld.decidedAtMs + 86_400_000 } as const;
    const { marks } = applyCuration(knowledge, { ...nothing, decided: [upheld, later] });
    expect(marks?.get('alpha-one')).toEqual({
      standing: 'found wrong',
      on: '2026-11-24',
      reasons: ['outdated', 'wrong-figure'],
    });
  });

  it('carries what is decided alike over once', () => {
    const decided = [upheld, { ...upheld, id: 'f2' }, { ...upheld, id: 'f3', reason: 'outdated' as const }];
    expect(notCarriedOver(knowledge, { ...nothing, decided }).decided.map(({ id }) => id)).toEqual([
      'f1',
      'f3',
    ]);
  });

  it('keeps it found wrong when somebody flags it again', () => {
    const again = { ...flag, id: 'f2', atMs: flag.atMs + 3 * 86_400_000 };
    const { marks } = applyCuration(knowledge, { ...nothing, open: [again], decided: [upheld] });
    expect(marks?.get('alpha-one')?.standing).toBe('found wrong');
  });

  it('marks it from its file alone, while the file says what was found wrong', () => {
    const decided = {
      on: '2026-11-20',
      reason: 'outdated',
      decidedOn: '2026-11-21',
      content: contentHash,
    } as const;
    const markOf = (over: object) => {
      const flags = [{ ...decided, outcome: 'upheld' as const, ...over }];
      const base = fixtureKnowledge(fixtureContents({ claims: [aClaim({ flags })] }));
      return applyCuration(base, nothing).marks?.get('alpha-one');
    };
    expect(markOf({})).toEqual({ standing: 'found wrong', on: '2026-11-21', reasons: ['outdated'] });
    expect(markOf({ outcome: 'rejected' })).toBeUndefined();
    expect(markOf({ content: '000000000000' })).toBeUndefined();
  });
});
