import { expect, test } from 'vitest';
import { sources } from './curated-files.ts';

/** Read one by one: the same patients in percent, the part that did not, and times. */
const notCompared = [
  'response rate, anthracycline regimen',
  'response rate, MTX-V',
  'response rate on ceritinib',
  'response rate',
  'responded in part',
  'share of complete responses',
  'share of partial responses',
  'did not respond',
  'share without response',
  'response on imaging subtotal',
];

test('a figure that counts responses is marked for comparisons, or known not to be', () => {
  const figures = sources.flatMap((file) => file.claims.flatMap((claim) => claim.figures));
  const unmarked = figures.filter(
    ({ name, measure }) =>
      measure === null && /\brespon|\bremission\b/.test(name) && !notCompared.includes(name),
  );
  expect(unmarked.map(({ name }) => name)).toEqual([]);
});
