import { expect, it } from 'vitest';
import { orderClaims } from '../../src/evidence/order-claims.ts';

it('claims come by tumour, the same one first; then by level, then by whose finding it is, then by how many patients; file order last', () => {
  const claims = [
    { id: 'large trial in another tumour', tumour: 'other', evidenceLevel: 'B', basis: 'observed', n: 500 },
    { id: 'sarcoma guideline', tumour: 'sts', evidenceLevel: 'A', basis: 'opinion', n: null },
    { id: 'epithelioid variant', tumour: 'eims', evidenceLevel: 'E', basis: 'cited', n: null },
    { id: 'opinion', tumour: 'imt', evidenceLevel: 'E', basis: 'opinion', n: null },
    { id: 'first of equals', tumour: 'imt', evidenceLevel: 'C', basis: 'cited', n: 2 },
    { id: 'second of equals', tumour: 'imt', evidenceLevel: 'C', basis: 'cited', n: 2 },
    { id: 'more patients', tumour: 'imt', evidenceLevel: 'C', basis: 'cited', n: 8 },
    { id: 'own patient', tumour: 'imt', evidenceLevel: 'C', basis: 'observed', n: 1 },
    { id: 'trial', tumour: 'imt', evidenceLevel: 'B', basis: 'cited', n: 1 },
  ] as const;
  expect(orderClaims(claims).map(({ id }) => id)).toEqual([
    'trial',
    'own patient',
    'more patients',
    'first of equals',
    'second of equals',
    'opinion',
    'epithelioid variant',
    'sarcoma guideline',
    'large trial in another tumour',
  ]);
});
