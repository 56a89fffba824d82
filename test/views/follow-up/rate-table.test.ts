import { describe, expect, test } from 'vitest';
import type { HonestRate } from '../../../src/followup/honest-rate.ts';
import { rateSentence, rateTable } from '../../../src/views/follow-up/rate-table.ts';

const rateOf = (provenInWindow: number, matured: number, leftOut: Partial<HonestRate> = {}): HonestRate => ({
  ...{ matured, provenInWindow, provenOutside: 0, witnessedOnly: 0, open: matured - provenInWindow },
  ...{ leftOut: 0, neverOwed: 0, died: 0, movedByHand: 0, ...leftOut },
  rate: provenInWindow / matured,
});

describe('the rate in words', () => {
  test.each([
    [1, 6, '17 %'],
    [1, 3, '33 %'],
    [199, 200, '99 %'],
    [200, 200, '100 %'],
    [1, 300, '1 %'],
    [0, 300, '0 %'],
  ])('of %i in %i is rounded to %s, never up to all nor down to none', (proven, matured, percent) => {
    expect(rateSentence(rateOf(proven, matured))).toContain(`*${percent}* of`);
  });

  test('says how many were not counted, and for which reason', () => {
    const note = JSON.stringify(rateTable(rateOf(3, 5, { leftOut: 7, neverOwed: 4, died: 1 })));
    expect(note).toContain(
      'Not counted: 4 entered by mistake or twice, 1 of a patient who has died, 2 no longer',
    );
    expect(JSON.stringify(rateTable(rateOf(3, 5)))).not.toContain('Not counted:');
  });
});
