import { afterEach, expect, test, vi } from 'vitest';
import { onClockJump } from '../src/on-clock-jump.ts';

afterEach(() => vi.useRealTimers());

test('a clock that is set is noticed once, in either direction; one that runs, or is corrected a little, is not', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date', 'performance'] });
  const jumps: number[] = [];
  const stop = onClockJump((byMs) => jumps.push(Math.round(byMs)));
  vi.advanceTimersByTime(60_000);
  vi.setSystemTime(Date.now() + 500);
  vi.advanceTimersByTime(5_000);
  expect(jumps).toEqual([]);
  vi.setSystemTime(Date.now() - 3_600_000);
  vi.advanceTimersByTime(5_000);
  vi.setSystemTime(Date.now() + 86_400_000);
  vi.advanceTimersByTime(5_000);
  // With the little that it was corrected by before.
  expect(jumps).toEqual([-3_599_500, 86_400_000]);
  stop();
  vi.setSystemTime(Date.now() + 86_400_000);
  vi.advanceTimersByTime(5_000);
  expect(jumps).toHaveLength(2);
});
