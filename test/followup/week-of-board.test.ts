import { expect, test } from 'vitest';
import { weekOfBoard } from '../../src/followup/week-of-board.ts';
import { closedAs, followUpForTest, occurrenceForTest } from './follow-up-for-test.ts';

/** Of a scan whose window is 9 February to 9 March. */
const weekFrom = (todayOn: string, facts = {}) => {
  const { late, due } = weekOfBoard([followUpForTest], [occurrenceForTest(facts)], todayOn);
  return { late: late.length, due: due.length };
};

test.each([
  ['2027-02-02', { late: 0, due: 0 }],
  ['2027-02-03', { late: 0, due: 1 }],
  ['2027-03-09', { late: 0, due: 1 }],
  ['2027-03-10', { late: 1, due: 0 }],
])('the week from %s holds %j', (todayOn, counts) => {
  expect(weekFrom(todayOn)).toEqual(counts);
});

test('a booked scan is due all the same, one that is booked behind its window is late, a closed one is neither', () => {
  expect(weekFrom('2027-02-23', { appointmentOn: '2027-03-01' })).toEqual({ late: 0, due: 1 });
  expect(weekFrom('2027-02-23', { appointmentOn: '2027-03-20' })).toEqual({ late: 1, due: 0 });
  expect(weekFrom('2027-02-23', { closing: closedAs('declined') })).toEqual({ late: 0, due: 0 });
});

test('each is in the order of the target dates', () => {
  const days = ['2027-02-25', '2027-02-23', '2027-02-24'];
  const dates = days.map((targetOn) => occurrenceForTest({ id: targetOn, targetOn }));
  const { due } = weekOfBoard([followUpForTest], dates, '2027-02-23');
  expect(due.map(({ occurrence }) => occurrence.targetOn)).toEqual([...days].sort());
});
