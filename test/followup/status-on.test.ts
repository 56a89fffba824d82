import { describe, expect, test } from 'vitest';
import { statusAt, statusOn } from '../../src/followup/status-on.ts';
import { closedAs, occurrenceForTest } from './follow-up-for-test.ts';

describe('the status of a scan of 23 February, 14 days each way', () => {
  test.each([
    ['2027-02-08', 'not yet due'],
    ['2027-02-09', 'due'],
    ['2027-03-09', 'due'],
    ['2027-03-10', 'overdue'],
    ['2037-03-10', 'overdue'],
  ])('on %s is %s', (todayOn, status) => {
    expect(statusOn(occurrenceForTest(), todayOn)).toBe(status);
  });

  test('is unchanged by a booking within the window: booked is not done', () => {
    const booked = occurrenceForTest({ appointmentOn: '2027-03-01' });
    expect(['2027-02-01', '2027-02-20', '2027-03-10'].map((on) => statusOn(booked, on))).toEqual([
      'not yet due',
      'due',
      'overdue',
    ]);
  });

  test('is scheduled late with a booking behind the window, and overdue once that day is over', () => {
    const late = occurrenceForTest({ appointmentOn: '2027-03-20' });
    expect(['2027-02-20', '2027-03-20', '2027-03-21'].map((on) => statusOn(late, on))).toEqual([
      'scheduled late',
      'scheduled late',
      'overdue',
    ]);
  });

  test('is not changed by a snooze', () => {
    expect(statusOn(occurrenceForTest({ snoozedUntilOn: '2027-03-20', snoozedAtMs: 1 }), '2027-03-11')).toBe(
      'overdue',
    );
  });

  test('turns overdue by the calendar of the zone that is asked for', () => {
    const atMs = Date.UTC(2027, 2, 9, 12);
    expect(statusAt(occurrenceForTest(), atMs, 'America/New_York')).toBe('due');
    expect(statusAt(occurrenceForTest(), atMs, 'Pacific/Auckland')).toBe('overdue');
  });

  test('of a closed scan is how it was closed', () => {
    const closing = closedAs('declined');
    expect(statusOn(occurrenceForTest({ closing }), '2030-01-01')).toBe('declined');
  });
});
