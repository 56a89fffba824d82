import { expect, test } from 'vitest';
import { createRest } from '../../src/model/create-rest.ts';

test('a model that failed three times running is left alone for a minute, then tried once', () => {
  const clock = { nowMs: 0 };
  const rest = createRest(() => clock.nowMs);
  for (const succeeded of [false, false, true, false, false]) rest.note(succeeded);
  expect(rest.isResting()).toBe(false);
  rest.note(false);
  expect(rest.isResting()).toBe(true);
  clock.nowMs = 59_999;
  expect(rest.isResting()).toBe(true);
  clock.nowMs = 60_000;
  expect(rest.isResting()).toBe(false);
  rest.note(false);
  expect(rest.isResting()).toBe(true);
  clock.nowMs = 120_000;
  rest.note(true);
  rest.note(false);
  expect(rest.isResting()).toBe(false);
});
