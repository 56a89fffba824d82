import { describe, expect, test } from 'vitest';
import { closeSeries, isClosedBy, resumeSeries } from '../../src/followup/close-series.ts';
import { closeWithReason } from '../../src/followup/close-with-reason.ts';
import { complete } from '../../src/followup/complete.ts';
import { occurrenceOfSeries } from '../../src/followup/create-follow-up.ts';
import type { Occurrence } from '../../src/followup/follow-up.ts';
import { seriesAhead } from '../../src/followup/series-ahead.ts';
import { actOn, closedAs, followUpForTest, occurrenceForTest } from './follow-up-for-test.ts';

const act = actOn('2027-02-25', 'UCLOSER');
const endless = { ...followUpForTest, recurrence: { every: 3, unit: 'month', untilOn: null } as const };
const dates = seriesAhead(endless, [], () => crypto.randomUUID(), act);
const [first, ...rest] = dates;
if (!first) throw new Error('the series has no date');
const leaves = (one: Occurrence) => closeWithReason(one, 'moved-care', 'other hospital', act);

describe('closing a whole series', () => {
  test('closes what is open as the one was closed, leaves what was closed, and ends the series', () => {
    const declined = { ...rest[0], closing: closedAs('declined') } as Occurrence;
    const { ended, changed } = closeSeries(endless, [first, declined, ...rest.slice(1)], leaves(first), act);
    expect(changed).toHaveLength(dates.length - 1);
    for (const { occurrence, entry } of changed) {
      expect(occurrence.closing).toMatchObject({ state: 'moved-care', by: 'UCLOSER' });
      expect(entry).toMatchObject({ action: 'moved-care', occurrenceId: occurrence.id });
    }
    const ids = changed.map(({ occurrence }) => occurrence.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(declined.id);
    const over = ended?.followUp ?? endless;
    expect(seriesAhead(over, dates, () => 'late', actOn('2040-01-01'))).toEqual([]);
    expect(seriesAhead(endless, dates, () => 'late', actOn('2040-01-01'))).not.toEqual([]);
  });

  test('leaves an end that is reached already, and a follow-up that is no series', () => {
    const bounded = { ...endless, recurrence: { ...endless.recurrence, untilOn: '2027-06-01' } };
    const both = [0, 1].flatMap((number) => occurrenceOfSeries(bounded, number, `o${number}`, act) ?? []);
    expect(closeSeries(bounded, both, leaves(first), act).ended?.followUp.recurrence?.untilOn).toBe(
      '2027-05-23',
    );
    const reached = { ...endless, recurrence: { ...endless.recurrence, untilOn: '2027-05-23' } };
    expect(closeSeries(reached, both, leaves(first), act).ended).toBeNull();
    expect(closeSeries({ ...endless, recurrence: null }, [first], leaves(first), act).ended).toBeNull();
  });

  test('is refused for a scan that was done', () => {
    const proof = { examOn: '2027-02-20', reportReference: 'RAD-20931', reviewedBy: 'U3' };
    expect(() => closeSeries(endless, dates, complete(first, proof, act), act)).toThrow('its own proof');
  });
});

describe('what ended with it', () => {
  test('is resumed from the history, and only by the closing that ended it', () => {
    const { ended } = closeSeries(endless, dates, leaves(first), act);
    if (!ended) throw new Error('the series did not end');
    const closing = { ...closedAs('moved-care'), by: act.by, atMs: act.atMs };
    const later = actOn('2027-03-01');
    expect(resumeSeries(ended.followUp, [ended.entry], closing, later)?.followUp).toEqual(endless);
    const other = { ...closing, atMs: act.atMs + 1 };
    expect(resumeSeries(ended.followUp, [ended.entry], other, later)).toBeNull();
  });

  test('is what was closed by the same person at the same moment for the same reason, but never what was done', () => {
    const closing = { ...closedAs('deceased'), atMs: 5 };
    const one = (facts: object) => occurrenceForTest({ closing: { ...closing, ...facts } });
    expect(isClosedBy(one({}), closing)).toBe(true);
    for (const facts of [{ atMs: 6 }, { by: 'U2' }, { state: 'declined' }])
      expect(isClosedBy(one(facts), closing)).toBe(false);
    expect(isClosedBy(occurrenceForTest(), closing)).toBe(false);
    const done = { ...closing, state: 'completed' } as const;
    expect(isClosedBy(one({ state: 'completed' }), done)).toBe(false);
  });
});
