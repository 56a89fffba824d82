import { describe, expect, it } from 'vitest';
import { applyCuration } from '../../../src/evidence/curation/apply-curation.ts';
import type { ClaimFlag } from '../../../src/evidence/curation/curation-records.ts';
import { fixtureKnowledge } from '../../support/knowledge-fixture.ts';

const knowledge = fixtureKnowledge();
const contentHash = knowledge.claims.get('alpha-one')?.contentHash ?? '';
const approval = { claimId: 'alpha-one', contentHash, by: 'Dr Ada Byrne', on: '2026-11-20' };
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
});
