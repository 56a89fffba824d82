import { describe, expect, it } from 'vitest';
import type { Claim, Conflict, LoadedClaim } from '../../../knowledge/schema.ts';
import { conflictPartners } from '../../../src/evidence/questions/conflict-partners.ts';
import { knowledge } from './index-for-test.ts';

const [any] = knowledge.claims.values();
const [anyConflict] = knowledge.conflicts;
if (!any || !anyConflict) throw new Error('the base has a statement and a disagreement');

const claim = (id: string, more: Partial<Claim> = {}): LoadedClaim => ({
  ...any,
  ...{ id, tumour: 'imt', n: null, evidenceDirection: 'supports' },
  ...more,
});
const conflict = (id: string, ...sides: string[]): Conflict => ({
  ...anyConflict,
  id,
  sides: sides.map((side) => ({ position: side, claims: [side] })),
});
const partnersOf = (shown: LoadedClaim, others: LoadedClaim[], conflicts: Conflict[]) =>
  conflictPartners([shown], {
    claims: new Map([shown, ...others].map((one) => [one.id, one])),
    conflicts,
  }).map((partner) => partner.claim.id);

describe('what disagrees with a statement', () => {
  it('comes with what points the other way first, then the same tumour, then more patients', () => {
    const others = [
      claim('other-tumour', { tumour: 'other', n: 900 }),
      claim('few', { n: 3 }),
      claim('many', { n: 72 }),
      claim('against', { evidenceDirection: 'does-not-support' }),
    ];
    const sides = ['shown', ...others.map(({ id }) => id)];
    expect(partnersOf(claim('shown'), others, [conflict('one', ...sides)])).toEqual([
      'against',
      'many',
      'few',
      'other-tumour',
    ]);
  });

  it('comes from each disagreement before a second one of any', () => {
    const others = ['a', 'b', 'c'].map((id) => claim(id, { n: 10 }));
    const conflicts = [conflict('one', 'shown', 'a', 'b'), conflict('two', 'shown', 'c')];
    expect(partnersOf(claim('shown'), others, conflicts)).toEqual(['a', 'c', 'b']);
  });

  it('leaves out a side that is shown already', () => {
    const conflicts = [
      { ...conflict('one', 'shown'), sides: [{ position: 'both', claims: ['a', 'shown'] }] },
    ];
    expect(partnersOf(claim('shown'), [claim('a')], conflicts)).toEqual([]);
  });
});
