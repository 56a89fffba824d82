import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDaysTo } from '../../src/dates/add-days.ts';
import { book } from '../../src/followup/book.ts';
import { dateInZone, weekdayOf } from '../../src/followup/calendar-date.ts';
import { closeDeceased } from '../../src/followup/close-deceased.ts';
import { complete } from '../../src/followup/complete.ts';
import { occurrenceOfSeries } from '../../src/followup/create-follow-up.ts';
import type { BoardSettings, FollowUp, Occurrence } from '../../src/followup/follow-up.ts';
import { timeInZone } from '../../src/followup/instant-at.ts';
import { ladderSteps, nextStep, recipientId, type TimeZones } from '../../src/followup/ladder-steps.ts';
import { snooze } from '../../src/followup/snooze.ts';
import {
  actOn,
  followUpForTest,
  localTime,
  occurrenceForTest,
  settingsForTest,
  zones,
} from './follow-up-for-test.ts';

const hourMs = 3_600_000;
const fromMs = Date.UTC(2027, 0, 4, 9);
const toMs = Date.UTC(2028, 0, 4, 9);

interface Message {
  occurrence: number;
  step: string;
  role: string;
  atMs: number;
}

/** Lives through a year, an hour a tick: what is due and was not sent is sent, then the day's deeds are done. */
function liveThroughYear(
  followUp: FollowUp,
  settings: BoardSettings,
  timeZones: TimeZones,
  deeds: (todayOn: string, occurrences: Occurrence[]) => Occurrence[] = (_, same) => same,
): Message[] {
  let occurrences = [0, 1, 2, 3].map((number) => {
    const one = occurrenceOfSeries(followUp, number, `o${number}`, actOn('2027-01-04'));
    if (one === null) throw new Error('the series is too short for this test');
    return { ...one, roundStartedAtMs: fromMs };
  });
  const messages: Message[] = [];
  const sent = occurrences.map(() => new Set<string>());
  const lastDueMs = occurrences.map(() => fromMs);
  const due = new Map<number, ReturnType<typeof nextStep>>();
  for (let nowMs = fromMs; nowMs < toMs; nowMs += hourMs) {
    for (const [at, occurrence] of occurrences.entries()) {
      const already = sent[at] ?? new Set();
      if (!due.has(at))
        due.set(at, nextStep(occurrence, followUp, settings, timeZones, lastDueMs[at] ?? 0, already));
      const step = due.get(at);
      if (!step || step.dueAtMs > nowMs) continue;
      messages.push({ occurrence: at, step: step.step, role: step.role, atMs: nowMs });
      already.add(step.step);
      lastDueMs[at] = step.dueAtMs;
      due.delete(at);
    }
    if (new Date(nowMs).getUTCHours() === 12) {
      const changed = deeds(new Date(nowMs).toISOString().slice(0, 10), occurrences);
      for (const [at, one] of changed.entries()) if (one !== occurrences[at]) due.delete(at);
      occurrences = changed;
    }
  }
  return messages;
}

const timeZones = { UOWNER: 'Pacific/Auckland', UBACKUP: 'America/New_York', ULEAD: 'UTC' };
const settings = { ...settingsForTest, timeZone: 'UTC' };

function toText({ occurrence, step, role, atMs }: Message): string {
  const who = recipientId(role as 'owner', followUpForTest, settings);
  const zone = timeZones[who as keyof typeof timeZones] ?? settings.timeZone;
  return `${localTime(atMs, zone)} ${role} #${occurrence} ${step}`;
}

describe('a year of a 3-monthly scan', () => {
  test('that nobody touches gives exactly the messages of four ladders, each person in their zone', () => {
    const messages = liveThroughYear(followUpForTest, settings, timeZones).map(toText);
    const firstThree = messages.filter((text) => text.includes('#0'));
    expect(firstThree).toEqual([
      'Tue 2027-02-16 09:00 owner #0 r0:before-due',
      'Tue 2027-02-23 09:00 owner #0 r0:due',
      'Wed 2027-03-10 09:00 owner #0 r0:overdue',
      'Tue 2027-03-16 09:00 backup #0 r0:overdue-backup',
      'Wed 2027-03-24 09:00 board-lead #0 r0:overdue-lead',
      'Wed 2027-03-31 09:00 channel #0 r0:overdue-channel',
      'Wed 2027-04-28 09:00 board-lead #0 r0:repeat-2027-04-28',
      'Wed 2027-05-26 09:00 board-lead #0 r0:repeat-2027-05-26',
      'Wed 2027-06-23 09:00 board-lead #0 r0:repeat-2027-06-23',
      'Wed 2027-07-21 09:00 board-lead #0 r0:repeat-2027-07-21',
      'Wed 2027-08-18 09:00 board-lead #0 r0:repeat-2027-08-18',
      'Wed 2027-09-15 09:00 board-lead #0 r0:repeat-2027-09-15',
      'Wed 2027-10-13 09:00 board-lead #0 r0:repeat-2027-10-13',
      'Wed 2027-11-10 09:00 board-lead #0 r0:repeat-2027-11-10',
      'Wed 2027-12-08 09:00 board-lead #0 r0:repeat-2027-12-08',
    ]);
    expect(messages.filter((text) => text.includes('#3'))).toEqual([
      'Tue 2027-11-16 09:00 owner #3 r0:before-due',
      'Tue 2027-11-23 09:00 owner #3 r0:due',
      'Wed 2027-12-08 09:00 owner #3 r0:overdue',
      'Tue 2027-12-14 09:00 backup #3 r0:overdue-backup',
      'Wed 2027-12-22 09:00 board-lead #3 r0:overdue-lead',
      'Wed 2027-12-29 09:00 channel #3 r0:overdue-channel',
    ]);
    expect(messages).toHaveLength(15 + 12 + 9 + 6);
  });

  test('in which each scan is booked and proven in time asks before, and for the proof, and nothing else', () => {
    const diligent = (todayOn: string, occurrences: Occurrence[]) =>
      occurrences.map((one) => {
        if (todayOn === addDaysTo(one.targetOn, -5))
          return book(one, addDaysTo(one.targetOn, 1), actOn(todayOn)).occurrence;
        if (todayOn !== addDaysTo(one.targetOn, 3)) return one;
        const examOn = addDaysTo(one.targetOn, 1);
        return complete(
          one,
          { examOn, reportReference: `RAD-${one.number}1`, reviewedBy: 'UREADER' },
          actOn(todayOn),
        ).occurrence;
      });
    expect(liveThroughYear(followUpForTest, settings, timeZones, diligent).map(toText)).toEqual([
      'Tue 2027-02-16 09:00 owner #0 r0:before-due',
      'Thu 2027-02-25 09:00 owner #0 r0:proof-2027-02-24',
      'Mon 2027-05-17 09:00 owner #1 r0:before-due',
      'Tue 2027-05-25 09:00 owner #1 r0:proof-2027-05-24',
      'Mon 2027-08-16 09:00 owner #2 r0:before-due',
      'Wed 2027-08-25 09:00 owner #2 r0:proof-2027-08-24',
      'Tue 2027-11-16 09:00 owner #3 r0:before-due',
      'Thu 2027-11-25 09:00 owner #3 r0:proof-2027-11-24',
    ]);
  });

  test('in which the patient dies is silent from the next tick on', () => {
    const dies = (todayOn: string, occurrences: Occurrence[]) =>
      todayOn === '2027-03-12'
        ? closeDeceased(occurrences, actOn(todayOn)).map(({ occurrence }) => occurrence)
        : occurrences;
    expect(liveThroughYear(followUpForTest, settings, timeZones, dies).map(toText)).toEqual([
      'Tue 2027-02-16 09:00 owner #0 r0:before-due',
      'Tue 2027-02-23 09:00 owner #0 r0:due',
      'Wed 2027-03-10 09:00 owner #0 r0:overdue',
    ]);
  });

  test('with a snooze has one message more and the next date where it was', () => {
    const tired = (todayOn: string, occurrences: Occurrence[]) =>
      occurrences.map((one) =>
        todayOn === '2027-02-23' && one.number === 0
          ? snooze(one, '2027-03-03', settings, actOn(todayOn)).occurrence
          : one,
      );
    const without = liveThroughYear(followUpForTest, settings, timeZones).map(toText);
    const withSnooze = liveThroughYear(followUpForTest, settings, timeZones, tired).map(toText);
    expect(withSnooze.filter((text) => !without.includes(text))).toEqual([
      'Wed 2027-03-03 09:00 owner #0 r0:snooze-over-2027-03-03',
    ]);
    expect(without.filter((text) => !withSnooze.includes(text))).toEqual([]);
  });
});

describe('whatever the zones, the working days and the quiet hours', () => {
  const times = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:30`);
  const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
  const boards = fc.record({
    timeZone: fc.constantFrom(...zones),
    sendAt: times,
    quietHours: fc.record({ from: times, until: times }),
    workingDays: weekdays,
  });
  const people = fc.record({
    UOWNER: fc.constantFrom(...zones),
    UBACKUP: fc.constantFrom(...zones),
    ULEAD: fc.constantFrom(...zones),
  });
  const intervals = fc.option(fc.integer({ min: 1, max: 800 }), { nil: null });

  test('a year tick by tick sends each promised step once, in order, and no other', () => {
    fc.assert(
      fc.property(
        boards,
        people,
        intervals,
        fc.integer({ min: 0, max: 300 }),
        (board, zonesOf, intervalDays, wait) => {
          const random = { ...settingsForTest, ...board };
          const targetOn = addDaysTo('2027-01-10', wait);
          const occurrence = occurrenceForTest({
            targetOn,
            plannedOn: targetOn,
            intervalDays,
            windowDays: 3,
          });
          const promised = ladderSteps(occurrence, followUpForTest, random, zonesOf, toMs);
          const sent = new Set<string>();
          const got: string[] = [];
          let lastMs = fromMs;
          for (
            let step = nextStep(occurrence, followUpForTest, random, zonesOf, lastMs, sent);
            step && step.dueAtMs <= toMs;
          ) {
            got.push(`${step.dueAtMs} ${step.step}`);
            sent.add(step.step);
            lastMs = step.dueAtMs;
            step = nextStep(occurrence, followUpForTest, random, zonesOf, lastMs, sent);
          }
          expect(got).toEqual(promised.map(({ dueAtMs, step }) => `${dueAtMs} ${step}`));
          expect(new Set(promised.map(({ step }) => step)).size).toBe(promised.length);
          for (const { role, dueAtMs } of promised) {
            const zone =
              zonesOf[recipientId(role, followUpForTest, random) as keyof typeof zonesOf] ?? random.timeZone;
            const { from, until } = random.quietHours;
            const time = timeInZone(dueAtMs, zone);
            const quiet = from <= until ? time >= from && time < until : time >= from || time < until;
            expect(quiet).toBe(false);
            expect(random.workingDays).toContain(weekdayOf(dateInZone(dueAtMs, zone)));
            expect(dueAtMs).toBeGreaterThanOrEqual(occurrence.roundStartedAtMs);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
