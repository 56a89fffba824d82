import { expect, it } from 'vitest';
import { orderClaims } from '../../src/evidence/order-claims.ts';

it('stronger claims come first: by level, then by whose finding it is, then by how many patients; file order last', () => {
  const claims = [
    { id: 'opinion', evidenceLevel: 'E', basis: 'opinion', n: null },
    { id: 'first of equals', evidenceLevel: 'C', basis: 'cited', n: 2 },
    { id: 'second of equals', evidenceLevel: 'C', basis: 'cited', n: 2 },
    { id: 'more patients', evidenceLevel: 'C', basis: 'cited', n: 8 },
    { id: 'own patient', evidenceLevel: 'C', basis: 'observed', n: 1 },
    { id: 'trial', evidenceLevel: 'B', basis: 'cited', n: 1 },
  ] as const;
  expect(orderClaims(claims).map(({ id }) => id)).toEqual([
    'trial',
    'own patient',
    'more patients',
    'first of equals',
    'second of equals',
    'opinion',
  ]);
});
