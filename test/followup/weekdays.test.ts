import { expect, test } from 'vitest';
import { weekdaysText } from '../../src/followup/weekdays.ts';

test.each([
  [[1, 2, 3, 4, 5], 'Monday to Friday'],
  [[1, 2, 3, 4, 5, 6, 7], 'Monday to Sunday'],
  [[1, 2, 3, 6, 7], 'Monday to Wednesday, Saturday, Sunday'],
  [[1, 3, 5], 'Monday, Wednesday, Friday'],
  [[4], 'Thursday'],
])('three days in a row or more are told as a range: %j as %s', (days, text) => {
  expect(weekdaysText(days)).toBe(text);
});
