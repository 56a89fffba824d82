import { describe, expect, test } from 'vitest';
import { closeDeceased } from '../../src/followup/close-deceased.ts';
import { editFollowUp } from '../../src/followup/edit-follow-up.ts';
import { actOn, followUpForTest, occurrenceForTest } from './follow-up-for-test.ts';

const act = actOn('2027-02-23');

describe('an edited follow-up', () => {
  test('has another window on its open dates, and the old one on those that are closed', () => {
    const closed = closeDeceased([occurrenceForTest({ id: 'o0' })], act).map(({ occurrence }) => occurrence);
    const { followUp, changed, entry } = editFollowUp(
      followUpForTest,
      [...closed, occurrenceForTest()],
      { windowDays: 7 },
      act,
    );
    expect(followUp.windowDays).toBe(7);
    expect(changed.map(({ occurrence }) => [occurrence.id, occurrence.windowDays])).toEqual([['o1', 7]]);
    expect(entry).toMatchObject({ action: 'edited', changes: [{ field: 'windowDays', from: 14, to: 7 }] });
  });

  test('gives no date of a template a window that reaches the next', () => {
    const plan = { ...followUpForTest, recurrence: null };
    const { changed } = editFollowUp(
      plan,
      [occurrenceForTest(), occurrenceForTest({ id: 'o2', intervalDays: null })],
      { windowDays: 60 },
      act,
    );
    expect(changed.map(({ occurrence }) => occurrence.windowDays)).toEqual([44, 60]);
  });

  test('is refused as the form would refuse it, and when nothing changes', () => {
    expect(() => editFollowUp(followUpForTest, [], { windowDays: 45 }, act)).toThrow(/`window 44d` or less/);
    expect(() => editFollowUp(followUpForTest, [], { bodySite: 'Mr Smith' }, act)).toThrow(
      /^(?!.*Smith).*not on the list/,
    );
    expect(() => editFollowUp(followUpForTest, [], { modality: 'CT' }, act)).toThrow(/Nothing was changed/);
  });

  test('can be given an anchor, which from then on is moved and not replaced', () => {
    const anchor = { label: 'end of radiotherapy', on: '2026-11-30' };
    const { followUp, changed } = editFollowUp(followUpForTest, [occurrenceForTest()], { anchor }, act);
    expect([followUp.anchor, changed]).toEqual([anchor, []]);
    expect(() => editFollowUp(followUp, [], { anchor: { ...anchor, on: '2027-01-01' } }, act)).toThrow(
      /counts from a set day already/,
    );
    expect(() => editFollowUp(followUpForTest, [], { anchor: { ...anchor, on: 'soon' } }, act)).toThrow(
      /the day from which it counts/,
    );
  });
});
