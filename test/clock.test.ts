import { afterEach, expect, test, vi } from 'vitest';
import { createClock } from '../src/clock.ts';

afterEach(() => vi.useRealTimers());

test('a clock that was set runs on from there', () => {
  vi.useFakeTimers({ now: new Date('2026-11-23T09:00:00Z') });
  const { now } = createClock(new Date('2030-01-01T00:00:00Z'));
  expect(now()).toEqual(new Date('2030-01-01T00:00:00Z'));
  vi.advanceTimersByTime(60_000);
  expect(now()).toEqual(new Date('2030-01-01T00:01:00Z'));
});

test('a clock that was not set is the machine’s', () => {
  vi.useFakeTimers({ now: new Date('2026-11-23T09:00:00Z') });
  expect(createClock(undefined).now()).toEqual(new Date('2026-11-23T09:00:00Z'));
});

test.each([undefined, new Date('2026-11-20T09:00:00Z')])(
  'a clock that was moved runs on from there and never goes back (set to %s)',
  (startsAt) => {
    vi.useFakeTimers({ now: new Date('2026-11-23T09:00:00Z') });
    const clock = createClock(startsAt);
    clock.moveTo(new Date('2026-12-24T08:00:00Z'));
    vi.advanceTimersByTime(1_000);
    expect(clock.now()).toEqual(new Date('2026-12-24T08:00:01Z'));
    clock.moveTo(new Date('2026-12-24T08:00:00Z'));
    expect(clock.now()).toEqual(new Date('2026-12-24T08:00:01Z'));
  },
);
