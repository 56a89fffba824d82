import { describe, expect, test } from 'vitest';
import { chooseScan } from '../../src/followup/choose-scan.ts';
import { scansToShow } from '../../src/followup/scans-to-show.ts';
import { seriesAhead } from '../../src/followup/series-ahead.ts';
import { actOn, closedAs, followUpForTest, occurrenceForTest } from './follow-up-for-test.ts';

const days = ['2027-05-23', '2027-02-23', '2027-08-23'];
const dates = days.map((targetOn) => occurrenceForTest({ id: targetOn, targetOn }));
const chosen = (of: typeof dates, wanted: 'open' | 'closed') =>
  chooseScan({ caseCode: 'CASE-12' }, followUpForTest, of, wanted).occurrence.id;

describe('a date that is not named', () => {
  test('is the earliest open one, and for reopening the one that was closed last', () => {
    expect(chosen(dates, 'open')).toBe('2027-02-23');
    const closed = dates.map((one, at) => ({
      ...one,
      closing: { ...closedAs('declined'), atMs: [1, 3, 2][at] ?? 0 },
    }));
    expect(chosen(closed, 'closed')).toBe('2027-02-23');
    expect(() => chosen(dates, 'closed')).toThrow('nothing to reopen');
  });
});

test('a list shows all that is due or late, and of what is not yet due the next of each follow-up', () => {
  const other = { ...followUpForTest, id: 'f2' };
  const all = [...dates, occurrenceForTest({ id: 'other', followUpId: 'f2', targetOn: '2027-09-01' })];
  const shown = (todayOn: string) =>
    scansToShow([followUpForTest, other], all, todayOn).map(({ occurrence }) => occurrence.id);
  expect(shown('2027-01-04')).toEqual(['2027-02-23', 'other']);
  expect(shown('2027-05-20')).toEqual(['2027-02-23', '2027-05-23', '2027-08-23', 'other']);
});

test('a plan from a template, which does not recur, is given no date more', () => {
  const plan = { ...followUpForTest, recurrence: null, templateId: 't' };
  expect(seriesAhead(plan, [{ number: 0 }, { number: 1 }], () => 'late', actOn('2040-01-01'))).toEqual([]);
});
