import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDaysTo } from '../../src/dates/add-days.ts';
import { isCalendarDate } from '../../src/dates/is-calendar-date.ts';
import { UserError } from '../../src/errors.ts';
import { addSpan, daysBetween } from '../../src/followup/add-span.ts';
import { checkedDate, dateInZone, weekdayOf } from '../../src/followup/calendar-date.ts';
import { instantAt, timeInZone } from '../../src/followup/instant-at.ts';
import { suggestedWindowDays, widestWindowDays, windowOf } from '../../src/followup/scan-window.ts';
import { seriesDate, seriesDates } from '../../src/followup/series-date.ts';
import { zones } from './follow-up-for-test.ts';

const days = fc.integer({ min: 0, max: 36_500 }).map((count) => addDaysTo('2000-01-01', count));
const spans = fc.record({
  amount: fc.integer({ min: 1, max: 24 }),
  unit: fc.constantFrom('day', 'week', 'month', 'year' as const),
});
const series = (firstTargetOn: string, every: number, untilOn: string | null = null) => ({
  firstTargetOn,
  recurrence: { every, unit: 'month' as const, untilOn },
});

describe('a calendar date', () => {
  test.each(['2027-02-29', '2026-02-30', '2027-13-01'])('that no calendar has is called so: %s', (text) => {
    expect(isCalendarDate(text)).toBe(false);
    expect(() => checkedDate(text, 'the due date')).toThrow(/^The due date is a day that does not exist/);
    expect(() => checkedDate(text, 'the due date')).not.toThrow(text);
  });

  test.each(['2027-2-3', '23.02.2027', '2027-02-23T00:00', '0027-02-23', ''])(
    'is refused as %j, naming the field and not the text',
    (text) => {
      expect(isCalendarDate(text)).toBe(false);
      expect(() => checkedDate(text, 'the due date')).toThrow(/I cannot read the due date as a date/);
      expect(() => checkedDate(text, 'the due date')).toThrow(UserError);
    },
  );

  test('is another one in Auckland than in New York at the same instant', () => {
    const atMs = Date.UTC(2027, 1, 23, 23);
    expect(zones.map((zone) => dateInZone(atMs, zone))).toEqual(['2027-02-23', '2027-02-23', '2027-02-24']);
  });

  test('has an ISO weekday: Monday is 1, Sunday is 7', () => {
    expect(['2027-02-22', '2027-02-28'].map(weekdayOf)).toEqual([1, 7]);
  });

  test('and as many days later are as many days apart', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (on, count) => {
        expect(daysBetween(on, addDaysTo(on, count))).toBe(count);
      }),
    );
  });
});

describe('a series', () => {
  test('from 31 January takes the last of February and is back on 31 March', () => {
    expect(seriesDates(series('2027-01-31', 1), '2027-06-30')).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
      '2027-05-31',
      '2027-06-30',
    ]);
    expect(seriesDate(series('2028-01-31', 1), 1)).toBe('2028-02-29');
  });

  test('from 29 February is back on it in the next leap year', () => {
    const yearly = {
      firstTargetOn: '2028-02-29',
      recurrence: { every: 1, unit: 'year' as const, untilOn: null },
    };
    expect([1, 2, 3, 4].map((number) => seriesDate(yearly, number))).toEqual([
      '2029-02-28',
      '2030-02-28',
      '2031-02-28',
      '2032-02-29',
    ]);
  });

  test('includes its last day and has nothing behind it', () => {
    const five = series('2027-02-23', 3, '2032-02-23');
    expect(seriesDate(five, 20)).toBe('2032-02-23');
    expect(seriesDate(five, 21)).toBeNull();
    expect(seriesDates(five, '2099-01-01')).toHaveLength(21);
  });

  test('of one date has no second', () => {
    expect(seriesDates({ firstTargetOn: '2027-02-23', recurrence: null }, '2099-01-01')).toEqual([
      '2027-02-23',
    ]);
  });

  test('of months keeps the day of its first date, or has the last of a shorter month', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 0, max: 60 }),
        (on, every, number) => {
          const reached = seriesDate(series(on, every), number) ?? '';
          const wanted = Number(on.slice(8));
          const isLast = addDaysTo(reached, 1).endsWith('-01');
          expect(Number(reached.slice(8)) === wanted || (isLast && Number(reached.slice(8)) < wanted)).toBe(
            true,
          );
          const monthsApart = (a: string) => Number(a.slice(0, 4)) * 12 + Number(a.slice(5, 7));
          expect(monthsApart(reached) - monthsApart(on)).toBe(every * number);
        },
      ),
    );
  });
});

describe('a window', () => {
  test('is its date and as many days before and after', () => {
    expect(windowOf({ targetOn: '2027-02-23', windowDays: 14 })).toEqual({
      opensOn: '2027-02-09',
      closesOn: '2027-03-09',
    });
  });

  test('of the widest kind never touches the window of the next date, and one day more would', () => {
    fc.assert(
      fc.property(days, spans, fc.integer({ min: 0, max: 40 }), (on, span, number) => {
        const widest = widestWindowDays(span);
        const at = (count: number) => addSpan(on, { ...span, amount: span.amount * count });
        const closes = windowOf({ targetOn: at(number), windowDays: widest }).closesOn;
        expect(closes < windowOf({ targetOn: at(number + 1), windowDays: widest }).opensOn).toBe(true);
        expect(suggestedWindowDays(span)).toBeLessThanOrEqual(widest);
      }),
    );
    expect(widestWindowDays({ amount: 1, unit: 'week' })).toBe(3);
    expect(
      windowOf({ targetOn: '2026-02-01', windowDays: 45 }).closesOn >=
        windowOf({ targetOn: '2026-05-01', windowDays: 45 }).opensOn,
    ).toBe(true);
  });

  test('is offered in proportion to the interval', () => {
    expect([1, 3, 6, 12].map((amount) => suggestedWindowDays({ amount, unit: 'month' }))).toEqual([
      4, 14, 30, 30,
    ]);
  });
});

describe('a local time', () => {
  test('on the hour that summer time leaves out is an hour later', () => {
    expect(timeInZone(instantAt('2027-03-14', '02:30', 'America/New_York'), 'America/New_York')).toBe(
      '03:30',
    );
    expect(timeInZone(instantAt('2027-09-26', '02:30', 'Pacific/Auckland'), 'Pacific/Auckland')).toBe(
      '03:30',
    );
    expect(timeInZone(instantAt('2026-10-04', '02:15', 'Australia/Lord_Howe'), 'Australia/Lord_Howe')).toBe(
      '02:45',
    );
  });

  test('on the hour that comes twice is the first of the two', () => {
    expect(instantAt('2027-11-07', '01:30', 'America/New_York')).toBe(Date.UTC(2027, 10, 7, 5, 30));
    expect(instantAt('2027-04-04', '02:30', 'Pacific/Auckland')).toBe(Date.UTC(2027, 3, 3, 13, 30));
  });

  test.each(zones)(
    'in %s is the time that was asked for, on that date, unless the clock jumps over it',
    (zone) => {
      fc.assert(
        fc.property(days, fc.integer({ min: 0, max: 1439 }), (on, minute) => {
          const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
          const atMs = instantAt(on, time, zone);
          expect(dateInZone(atMs, zone)).toBe(on);
          const jumped = `${String(Math.floor(minute / 60) + 1).padStart(2, '0')}${time.slice(2)}`;
          expect([time, jumped]).toContain(timeInZone(atMs, zone));
          if (time < '01:00' || time > '04:00') expect(timeInZone(atMs, zone)).toBe(time);
        }),
        { numRuns: 400 },
      );
    },
  );
});
