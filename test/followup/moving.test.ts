import { describe, expect, test } from 'vitest';
import { book } from '../../src/followup/book.ts';
import { complete } from '../../src/followup/complete.ts';
import { occurrenceOfSeries } from '../../src/followup/create-follow-up.ts';
import type { FollowUp, Occurrence } from '../../src/followup/follow-up.ts';
import { moveAnchor } from '../../src/followup/move-anchor.ts';
import { handOver, reassign } from '../../src/followup/reassign.ts';
import { reschedule } from '../../src/followup/reschedule.ts';
import { snooze } from '../../src/followup/snooze.ts';
import { movedDates } from '../../src/views/follow-up/moved-dates.ts';
import { actOn, followUpForTest, occurrenceForTest, settingsForTest } from './follow-up-for-test.ts';

const act = actOn('2027-02-23');

describe('moving one date', () => {
  test('leaves the plan as it was and begins a new ladder, without the snooze', () => {
    const asleep = snooze(occurrenceForTest(), '2027-03-01', settingsForTest, act).occurrence;
    const { occurrence, entry } = reschedule(asleep, '2027-03-23', act);
    expect(occurrence).toMatchObject({
      ...{ targetOn: '2027-03-23', plannedOn: '2027-02-23', round: 1 },
      ...{ roundStartedAtMs: act.atMs, snoozedUntilOn: null },
    });
    expect(entry.changes).toContainEqual({ field: 'targetOn', from: '2027-02-23', to: '2027-03-23' });
  });

  test('takes off an appointment outside the new window, and keeps one within it', () => {
    const booked = book(occurrenceForTest(), '2027-02-27', act).occurrence;
    expect(reschedule(booked, '2027-08-20', act).occurrence.appointmentOn).toBeNull();
    expect(reschedule(booked, '2027-03-13', act).occurrence.appointmentOn).toBe('2027-02-27');
    expect(reschedule(booked, '2027-03-14', act).occurrence.appointmentOn).toBeNull();
  });

  test('is refused to the day of another open date, and to a year that cannot be meant', () => {
    const next = occurrenceForTest({ id: 'o2', number: 1, targetOn: '2027-05-23' });
    const both = [occurrenceForTest(), next];
    expect(() => reschedule(occurrenceForTest(), '2027-05-23', act, both)).toThrow(
      /another date of this follow-up/,
    );
    expect(() => reschedule(occurrenceForTest(), '2072-03-23', act)).toThrow(/10 years.*year/);
  });

  test('is refused to the past, to the same day, and once it is closed', () => {
    expect(() => reschedule(occurrenceForTest(), '2027-02-22', act)).toThrow(/is over already/);
    expect(() => reschedule(occurrenceForTest(), '2027-02-23', act)).toThrow(/already. Write another date/);
    const proof = { examOn: '2027-02-20', reportReference: 'RAD-1', reviewedBy: 'U3' };
    expect(() => reschedule(complete(occurrenceForTest(), proof, act).occurrence, '2027-03-23', act)).toThrow(
      /closed already/,
    );
  });
});

describe('booking', () => {
  test('notes the day, closes nothing, and can be taken back', () => {
    const booked = book(occurrenceForTest(), '2027-02-25', act).occurrence;
    expect(booked).toMatchObject({ appointmentOn: '2027-02-25', closing: null, round: 0 });
    expect(book(booked, null, act).occurrence.appointmentOn).toBeNull();
    expect(() => book(occurrenceForTest(), '2027-02-22', act)).toThrow(/is over already/);
    expect(() => book(booked, '2027-02-25', act)).toThrow(/Nothing was changed/);
    expect(() => book(occurrenceForTest(), null, act)).toThrow(/no appointment/);
  });
});

describe('a snooze', () => {
  test('moves no date and lasts no longer than the board allows', () => {
    expect(snooze(occurrenceForTest(), '2027-03-09', settingsForTest, act).occurrence).toMatchObject({
      targetOn: '2027-02-23',
      snoozedUntilOn: '2027-03-09',
    });
    expect(() => snooze(occurrenceForTest(), '2027-03-10', settingsForTest, act)).toThrow(
      'from 2027-02-24 to 2027-03-09',
    );
    expect(() => snooze(occurrenceForTest(), '2027-02-23', settingsForTest, act)).toThrow('from 2027-02-24');
    expect(() => snooze(occurrenceForTest(), '2027-03-10', { maxSnoozeDays: 1 }, act)).toThrow(
      'up to 1 day.',
    );
    const asleep = snooze(occurrenceForTest(), '2027-03-01', settingsForTest, act).occurrence;
    expect(() => snooze(asleep, '2027-03-01', settingsForTest, act)).toThrow(/Nothing was changed/);
  });
});

describe('another owner', () => {
  test('is told, and so is the old one', () => {
    expect(reassign(followUpForTest, { ownerId: 'UNEW' }, act)).toMatchObject({
      ...{ followUp: { ownerId: 'UNEW', backupId: 'UBACKUP' }, tell: ['UOWNER', 'UNEW'] },
      entry: { changes: [{ field: 'ownerId', from: 'UOWNER', to: 'UNEW' }] },
    });
  });

  test('is refused when it is the backup, nobody, or the same as before', () => {
    expect(() => reassign(followUpForTest, { ownerId: 'UBACKUP' }, act)).toThrow(/same person/);
    expect(() => reassign(followUpForTest, { backupId: '' }, act)).toThrow('the backup is missing');
    expect(() => reassign(followUpForTest, { ownerId: 'UOWNER' }, act)).toThrow(/have it already/);
  });

  test('is the backup when the owner’s account is gone, and both are told', () => {
    expect(handOver(followUpForTest, act)).toMatchObject({
      followUp: { ownerId: 'UBACKUP', backupId: 'UOWNER' },
      tell: ['UOWNER', 'UBACKUP'],
    });
  });
});

describe('moving the anchor', () => {
  const anchored: FollowUp = {
    ...followUpForTest,
    anchor: { label: 'end of radiotherapy', on: '2026-11-30' },
  };
  const proof = { examOn: '2027-02-27', reportReference: 'RAD-1', reviewedBy: 'U3' };
  const planned = (number: number, amount: number, on: string): Occurrence =>
    occurrenceForTest({
      id: `o${number}`,
      number,
      targetOn: on,
      plannedOn: on,
      fromAnchor: { amount, unit: 'month' },
    });

  test('counts open dates anew in calendar time, says which, and leaves the closed and the hand-set', () => {
    const first = complete(planned(0, 3, '2027-02-28'), proof, actOn('2027-03-01')).occurrence;
    const third = reschedule(planned(2, 9, '2027-08-30'), '2027-09-15', act).occurrence;
    const result = moveAnchor(
      anchored,
      [first, planned(1, 6, '2027-05-30'), third, planned(3, 15, '2028-02-29')],
      '2026-12-31',
      act,
    );
    expect(result.moved).toEqual([
      { number: 1, from: '2027-05-30', to: '2027-06-30' },
      { number: 3, from: '2028-02-29', to: '2028-03-31' },
    ]);
    expect(result.kept).toEqual([
      { number: 0, on: '2027-02-28', why: 'closed' },
      { number: 2, on: '2027-09-15', why: 'set by hand' },
    ]);
    expect(result.followUp.anchor).toEqual({ label: 'end of radiotherapy', on: '2026-12-31' });
    expect(
      result.changed.map(({ occurrence }) => [
        occurrence.number,
        occurrence.plannedOn,
        occurrence.targetOn,
        occurrence.round,
      ]),
    ).toEqual([
      [1, '2027-06-30', '2027-06-30', 1],
      [2, '2027-09-30', '2027-09-15', 1],
      [3, '2028-03-31', '2028-03-31', 1],
    ]);
  });

  test('moves a typed series by as many days, and loses no date behind its end', () => {
    const series = { ...anchored, recurrence: { every: 3, unit: 'month', untilOn: '2027-05-23' } as const };
    const both = [0, 1]
      .map((number) => occurrenceOfSeries(series, number, `o${number}`, act))
      .filter((one) => one !== null);
    expect(moveAnchor(series, both, '2026-12-10', act).moved).toEqual([
      { number: 0, from: '2027-02-23', to: '2027-03-05' },
      { number: 1, from: '2027-05-23', to: '2027-06-02' },
    ]);
  });

  test('counts the later dates of a typed series from its first, months and not days', () => {
    const monthly = {
      ...{ ...anchored, firstTargetOn: '2027-02-28' },
      recurrence: { every: 1, unit: 'month', untilOn: null } as const,
    };
    const both = [0, 1].flatMap((number) => occurrenceOfSeries(monthly, number, `o${number}`, act) ?? []);
    expect(moveAnchor(monthly, both, '2026-12-02', act).moved.map(({ to }) => to)).toEqual([
      '2027-03-02',
      '2027-04-02',
    ]);
  });

  test('takes off an appointment outside the new window, says so, and keeps one within it', () => {
    const off = { ...planned(1, 6, '2027-05-30'), appointmentOn: '2027-05-29' };
    const kept = { ...planned(2, 9, '2027-08-30'), appointmentOn: '2027-09-03' };
    const result = moveAnchor(anchored, [off, kept], '2026-12-15', act);
    expect(result.changed.map(({ occurrence }) => occurrence.appointmentOn)).toEqual([null, '2027-09-03']);
    expect(result.moved).toEqual([
      { number: 1, from: '2027-05-30', to: '2027-06-15', unbookedOn: '2027-05-29' },
      { number: 2, from: '2027-08-30', to: '2027-09-15' },
    ]);
    const [first, second] = movedDates(result);
    expect(first).toContain('appointment of 29 May 2027 lies outside');
    expect(second).not.toContain('appointment');
  });

  test('does not name a month end that stays where it is', () => {
    const result = moveAnchor(anchored, [planned(0, 3, '2027-02-28')], '2026-11-29', act);
    expect([result.moved, result.changed]).toEqual([[], []]);
  });

  test('is refused without an anchor, and to where it is', () => {
    expect(() => moveAnchor(followUpForTest, [], '2026-12-31', act)).toThrow(/counts from no set day/);
    expect(() => moveAnchor(anchored, [], '2026-11-30', act)).toThrow(/already/);
  });
});
