import { describe, expect, test } from 'vitest';
import type { Closing, Occurrence, TerminalState } from '../../src/followup/follow-up.ts';
import { honestRate } from '../../src/followup/honest-rate.ts';
import { occurrenceForTest } from './follow-up-for-test.ts';

const closed = (
  state: TerminalState,
  on = '2027-03-01',
  facts: Partial<Closing> = {},
): Partial<Occurrence> => ({
  closing: {
    ...{ state, reason: null, by: 'U1', proof: null, witness: null },
    atMs: Date.parse(`${on}T12:00Z`),
    ...facts,
  },
});
const proven = (examOn: string) => occurrenceForTest({ ...closed('completed', examOn), examOn });
const rateOf = (...occurrences: Occurrence[]) => honestRate(occurrences, '2027-06-01', 'UTC');

describe('the honest rate', () => {
  test('is what was proven in its window, of what has matured', () => {
    const of = rateOf(proven('2027-02-09'), proven('2027-03-09'), proven('2027-03-10'), occurrenceForTest());
    expect(of).toMatchObject({ matured: 4, provenInWindow: 2, provenOutside: 1, open: 1, rate: 0.5 });
  });

  test('counts a booked scan as open', () => {
    expect(rateOf(occurrenceForTest({ appointmentOn: '2027-03-01' }))).toMatchObject({ open: 1, rate: 0 });
  });

  test('does not count a scan before its window is over, done or not', () => {
    const done = proven('2027-02-20');
    expect(honestRate([done, occurrenceForTest()], '2027-03-09', 'UTC')).toMatchObject({
      matured: 0,
      rate: null,
    });
    expect(honestRate([done, occurrenceForTest()], '2027-03-10', 'UTC')).toMatchObject({
      matured: 2,
      rate: 0.5,
    });
  });

  test('is not mended by moving a date', () => {
    const moved = { ...proven('2027-05-20'), targetOn: '2027-05-20' };
    expect(rateOf(moved)).toMatchObject({ matured: 1, provenInWindow: 0, movedByHand: 1, rate: 0 });
  });

  test('is not mended by calling an overdue scan unnecessary, superseded or moved', () => {
    for (const state of ['not-clinically-necessary', 'superseded', 'moved-care'] as const) {
      expect(rateOf(occurrenceForTest(closed(state, '2027-03-10')))).toMatchObject({
        matured: 1,
        leftOut: 0,
        rate: 0,
      });
      expect(rateOf(occurrenceForTest(closed(state, '2027-03-09')))).toMatchObject({
        matured: 0,
        leftOut: 1,
        rate: null,
      });
    }
  });

  test('leaves out what was entered by mistake or twice, whenever that was found, and says how many', () => {
    const late = (state: TerminalState, reason: string) =>
      occurrenceForTest(closed(state, '2027-05-01', { reason }));
    expect(
      rateOf(
        proven('2027-02-20'),
        late('not-clinically-necessary', 'entered by mistake'),
        late('superseded', 'duplicate'),
        late('superseded', 'new plan'),
        late('not-clinically-necessary', 'board changed the plan'),
        late('deceased', ''),
      ),
    ).toMatchObject({ matured: 3, leftOut: 3, neverOwed: 2, died: 1, rate: 1 / 3 });
  });

  test('leaves out who has died, and counts who declined or was lost', () => {
    expect(rateOf(occurrenceForTest(closed('deceased', '2027-05-01')))).toMatchObject({
      matured: 0,
      leftOut: 1,
    });
    expect(
      rateOf(occurrenceForTest(closed('declined')), occurrenceForTest(closed('lost-to-follow-up'))),
    ).toMatchObject({ matured: 2, rate: 0 });
  });

  test('takes a proof from elsewhere as proof, and somebody’s word apart', () => {
    const elsewhere = (facts: Partial<Closing>) =>
      occurrenceForTest({ ...closed('completed-elsewhere', '2027-03-01', facts), examOn: '2027-02-20' });
    const proofs = [
      elsewhere({ proof: 'EXT-7' }),
      elsewhere({ proof: 'EXT-8' }),
      elsewhere({ proof: 'EXT-9' }),
    ];
    expect(rateOf(...proofs, elsewhere({ witness: 'U4' }))).toMatchObject({
      ...{ matured: 4, provenInWindow: 3, witnessedOnly: 1, rate: 0.75 },
    });
  });

  test('adds up: proven, on somebody’s word, open and otherwise closed are all that matured', () => {
    const all = [
      proven('2027-02-20'),
      proven('2027-04-20'),
      occurrenceForTest(),
      occurrenceForTest(closed('declined')),
    ];
    const { matured, provenInWindow, provenOutside, witnessedOnly, open } = rateOf(...all);
    expect(provenInWindow + provenOutside + witnessedOnly + open + 1).toBe(matured);
  });
});
