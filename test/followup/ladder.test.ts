import { describe, expect, test } from 'vitest';
import { defaultBoardSettings } from '../../src/followup/board-settings.ts';
import { book } from '../../src/followup/book.ts';
import type { BoardSettings, Occurrence, ReminderStep } from '../../src/followup/follow-up.ts';
import { ladderSteps, nextStep } from '../../src/followup/ladder-steps.ts';
import { reschedule } from '../../src/followup/reschedule.ts';
import { rungDates } from '../../src/followup/rung-dates.ts';
import { sendableFrom, sendMoment } from '../../src/followup/sendable-from.ts';
import { snooze } from '../../src/followup/snooze.ts';
import {
  actOn,
  board,
  closedAs,
  followUpForTest,
  localTime,
  occurrenceForTest,
  settingsForTest,
} from './follow-up-for-test.ts';

const endOf2027 = Date.UTC(2028, 0, 1);
const inUtc = (steps: ReminderStep[]) =>
  steps.map(({ step, role, dueAtMs }) => `${localTime(dueAtMs, 'UTC')} ${role} ${step}`);
const ladder = (
  facts: Partial<Occurrence> = {},
  settings: BoardSettings = settingsForTest,
  untilMs = Date.UTC(2027, 3, 10),
) => inUtc(ladderSteps(occurrenceForTest(facts), followUpForTest, settings, {}, untilMs));

describe('the ladder', () => {
  test('of a 3-monthly scan tells the owner before and at the date, then rises within the quarter', () => {
    expect(ladder()).toEqual([
      'Tue 2027-02-16 09:00 owner r0:before-due',
      'Tue 2027-02-23 09:00 owner r0:due',
      'Wed 2027-03-10 09:00 owner r0:overdue',
      'Tue 2027-03-16 09:00 backup r0:overdue-backup',
      'Wed 2027-03-24 09:00 board-lead r0:overdue-lead',
      'Wed 2027-03-31 09:00 channel r0:overdue-channel',
    ]);
  });

  test('of a single scan is at its full length: a month, two and three behind the window', () => {
    expect(ladder({ intervalDays: null }, settingsForTest, Date.UTC(2027, 6, 1))).toEqual([
      'Tue 2027-01-26 09:00 owner r0:before-due',
      'Tue 2027-02-23 09:00 owner r0:due',
      'Wed 2027-03-10 09:00 owner r0:overdue',
      'Thu 2027-04-08 09:00 backup r0:overdue-backup',
      'Mon 2027-05-10 09:00 board-lead r0:overdue-lead',
      'Mon 2027-06-07 09:00 channel r0:overdue-channel',
    ]);
  });

  test('of a weekly scan still rises one step a day', () => {
    const steps = ladder({ intervalDays: 7, windowDays: 2 }, settingsForTest, Date.UTC(2027, 2, 6));
    expect(steps).toEqual([
      'Mon 2027-02-22 09:00 owner r0:before-due',
      'Tue 2027-02-23 09:00 owner r0:due',
      'Fri 2027-02-26 09:00 owner r0:overdue',
      'Mon 2027-03-01 09:00 backup r0:overdue-backup',
      'Mon 2027-03-01 09:00 board-lead r0:overdue-lead',
      'Mon 2027-03-01 09:00 channel r0:overdue-channel',
    ]);
  });

  test('never ends: behind its last rung the board lead is told again every four weeks', () => {
    const steps = ladder({}, settingsForTest, endOf2027).slice(6);
    expect(steps.slice(0, 2)).toEqual([
      'Wed 2027-04-28 09:00 board-lead r0:repeat-2027-04-28',
      'Wed 2027-05-26 09:00 board-lead r0:repeat-2027-05-26',
    ]);
    expect(steps).toHaveLength(9);
    const tenYearsOn = Date.UTC(2037, 0, 1);
    const step = nextStep(occurrenceForTest(), followUpForTest, settingsForTest, {}, tenYearsOn, new Set());
    expect((step?.dueAtMs ?? 0) - tenYearsOn).toBeLessThan(31 * 86_400_000);
  });

  test('tells the channel where a board has named no lead', () => {
    const settings = { ...settingsForTest, boardLeadId: null };
    expect(ladder({}, settings)[4]).toBe('Wed 2027-03-24 09:00 channel r0:overdue-lead');
  });

  test('brings nothing once a scan is closed, whatever the state', () => {
    const closing = closedAs('deceased');
    expect(ladder({ closing }, settingsForTest, endOf2027)).toEqual([]);
    expect(
      nextStep(occurrenceForTest({ closing }), followUpForTest, settingsForTest, {}, 0, new Set()),
    ).toBeNull();
  });

  test('writes to each person at nine in their own zone', () => {
    const timeZones = { UOWNER: 'Pacific/Auckland', UBACKUP: 'America/New_York' };
    const steps = ladderSteps(occurrenceForTest(), followUpForTest, settingsForTest, timeZones, endOf2027);
    expect(localTime(steps[1]?.dueAtMs ?? 0, 'Pacific/Auckland')).toBe('Tue 2027-02-23 09:00');
    expect(localTime(steps[3]?.dueAtMs ?? 0, 'America/New_York')).toBe('Tue 2027-03-16 09:00');
  });

  test('that a scan enters late does not catch up: the owner hears at once, the others in their distances', () => {
    const late = { round: 1, roundStartedAtMs: Date.UTC(2027, 5, 1, 15) };
    expect(ladder(late, settingsForTest, Date.UTC(2027, 5, 25))).toEqual([
      'Wed 2027-06-02 09:00 owner r1:overdue',
      'Tue 2027-06-08 09:00 backup r1:overdue-backup',
      'Wed 2027-06-16 09:00 board-lead r1:overdue-lead',
      'Wed 2027-06-23 09:00 channel r1:overdue-channel',
    ]);
  });
});

describe('the dates of the rungs', () => {
  const namesFrom = (startedOn: string) =>
    rungDates(occurrenceForTest(), settingsForTest, startedOn).map(({ name, on }) => `${name} ${on}`);

  test('leave out what should have been said before the start, and nothing else', () => {
    expect(namesFrom('2027-02-16').slice(0, 2)).toEqual(['before-due 2027-02-16', 'due 2027-02-23']);
    expect(namesFrom('2027-02-17').slice(0, 2)).toEqual(['due 2027-02-23', 'overdue 2027-03-10']);
    expect(namesFrom('2027-03-01').slice(0, 2)).toEqual(['due 2027-03-01', 'overdue 2027-03-10']);
  });
});

describe('a booking', () => {
  test('in time holds the owner’s steps back, and the day after it asks for the proof', () => {
    expect(ladder({ appointmentOn: '2027-02-24' }).slice(0, 3)).toEqual([
      'Thu 2027-02-25 09:00 owner r0:proof-2027-02-24',
      'Wed 2027-03-10 09:00 owner r0:overdue',
      'Tue 2027-03-16 09:00 backup r0:overdue-backup',
    ]);
  });

  test('holds back no step that comes after its day', () => {
    expect(ladder({ appointmentOn: '2027-02-10' }).slice(0, 3)).toEqual([
      'Thu 2027-02-11 09:00 owner r0:proof-2027-02-10',
      'Tue 2027-02-16 09:00 owner r0:before-due',
      'Tue 2027-02-23 09:00 owner r0:due',
    ]);
  });

  test('for the old date is asked after no more when the date has moved away from it', () => {
    const booked = book(occurrenceForTest(), '2027-02-24', actOn('2027-02-01')).occurrence;
    const moved = reschedule(booked, '2027-05-11', actOn('2027-02-02')).occurrence;
    const ofNewDate = ['Tue 2027-05-04 09:00 owner r1:before-due', 'Tue 2027-05-11 09:00 owner r1:due'];
    expect(ladder(moved, settingsForTest, Date.UTC(2027, 4, 12))).toEqual(ofNewDate);
  });

  test('ahead of the window holds nothing back', () => {
    const moved = reschedule(occurrenceForTest(), '2027-05-11', actOn('2027-02-02')).occurrence;
    const early = book(moved, '2027-02-24', actOn('2027-02-02')).occurrence;
    expect(ladder(early, settingsForTest, Date.UTC(2027, 4, 12))).toEqual([
      'Thu 2027-02-25 09:00 owner r1:proof-2027-02-24',
      'Tue 2027-05-04 09:00 owner r1:before-due',
      'Tue 2027-05-11 09:00 owner r1:due',
    ]);
  });

  test('behind the window holds nothing back', () => {
    const steps = ladder({ appointmentOn: '2027-03-17' });
    expect(steps).toHaveLength(7);
    expect(steps).toContain('Thu 2027-03-18 09:00 owner r0:proof-2027-03-17');
  });
});

describe('a snooze', () => {
  const snoozed = (at: string, untilOn: string) => ({ snoozedAtMs: Date.parse(at), snoozedUntilOn: untilOn });

  test('brings one message to the owner when it ends, and shifts no later step', () => {
    expect(ladder(snoozed('2027-02-23T10:00Z', '2027-03-03'))).toEqual([
      'Tue 2027-02-16 09:00 owner r0:before-due',
      'Tue 2027-02-23 09:00 owner r0:due',
      'Wed 2027-03-03 09:00 owner r0:snooze-over-2027-03-03',
      'Wed 2027-03-10 09:00 owner r0:overdue',
      'Tue 2027-03-16 09:00 backup r0:overdue-backup',
      'Wed 2027-03-24 09:00 board-lead r0:overdue-lead',
      'Wed 2027-03-31 09:00 channel r0:overdue-channel',
    ]);
  });

  test('over an escalation puts it off to its end and never swallows it', () => {
    expect(ladder(snoozed('2027-03-12T10:00Z', '2027-03-19')).slice(2, 6)).toEqual([
      'Wed 2027-03-10 09:00 owner r0:overdue',
      'Fri 2027-03-19 09:00 backup r0:overdue-backup',
      'Fri 2027-03-19 09:00 owner r0:snooze-over-2027-03-19',
      'Wed 2027-03-24 09:00 board-lead r0:overdue-lead',
    ]);
  });

  test('that is put off again before it ends brings back nothing that it held', () => {
    const first = snooze(occurrenceForTest(), '2027-02-27', settingsForTest, actOn('2027-02-20')).occurrence;
    const again = snooze(first, '2027-03-05', settingsForTest, actOn('2027-02-26')).occurrence;
    expect(ladder(again).slice(0, 3)).toEqual([
      'Tue 2027-02-16 09:00 owner r0:before-due',
      'Fri 2027-03-05 09:00 owner r0:snooze-over-2027-03-05',
      'Wed 2027-03-10 09:00 owner r0:overdue',
    ]);
  });

  test('one after the other puts an escalation off no longer than one may last', () => {
    const first = snooze(occurrenceForTest(), '2027-03-25', settingsForTest, actOn('2027-03-11')).occurrence;
    const again = snooze(first, '2027-04-06', settingsForTest, actOn('2027-03-24')).occurrence;
    expect(ladder(again).slice(3)).toEqual([
      'Thu 2027-03-25 09:00 backup r0:overdue-backup',
      'Thu 2027-03-25 09:00 board-lead r0:overdue-lead',
      'Wed 2027-03-31 09:00 channel r0:overdue-channel',
      'Tue 2027-04-06 09:00 owner r0:snooze-over-2027-04-06',
    ]);
  });

  test('long after another begins anew', () => {
    const first = snooze(occurrenceForTest(), '2027-02-27', settingsForTest, actOn('2027-02-20')).occurrence;
    const again = snooze(first, '2027-03-19', settingsForTest, actOn('2027-03-12')).occurrence;
    expect(again.snoozedAtMs).toBe(actOn('2027-03-12').atMs);
  });

  test('leaves a step where it was that came before it, on the same day too', () => {
    expect(ladder(snoozed('2027-03-16T10:00Z', '2027-03-19'))).toContain(
      'Tue 2027-03-16 09:00 backup r0:overdue-backup',
    );
  });
});

describe('a message', () => {
  const night = { ...settingsForTest, sendAt: '02:30', quietHours: { from: '00:00', until: '00:00' } };

  test('that falls on a weekend goes out on Monday', () => {
    expect(localTime(sendMoment('2027-02-20', 'UTC', settingsForTest, 0), 'UTC')).toBe(
      'Mon 2027-02-22 09:00',
    );
  });

  test('at 02:30 goes out at 03:30 on the night that leaves this hour out', () => {
    const daily = { ...night, workingDays: [1, 2, 3, 4, 5, 6, 7] };
    expect(localTime(sendMoment('2027-03-14', 'America/New_York', daily, 0), 'America/New_York')).toBe(
      'Sun 2027-03-14 03:30',
    );
    expect(localTime(sendMoment('2027-11-07', 'America/New_York', daily, 0), 'America/New_York')).toBe(
      'Sun 2027-11-07 02:30',
    );
  });

  test('that is late goes out at once in working hours, and waits in the evening and at the weekend', () => {
    const from = (text: string) => localTime(sendableFrom(Date.parse(text), 'UTC', settingsForTest), 'UTC');
    expect(from('2027-02-23T14:07Z')).toBe('Tue 2027-02-23 14:07');
    expect(from('2027-02-23T18:00Z')).toBe('Wed 2027-02-24 08:00');
    expect(from('2027-02-24T03:00Z')).toBe('Wed 2027-02-24 08:00');
    expect(from('2027-02-26T22:00Z')).toBe('Mon 2027-03-01 08:00');
  });

  test('in a quiet time at noon waits till that is over', () => {
    const noon = { ...settingsForTest, sendAt: '12:30', quietHours: { from: '12:00', until: '14:00' } };
    expect(localTime(sendMoment('2027-02-23', 'UTC', noon, 0), 'UTC')).toBe('Tue 2027-02-23 14:00');
  });

  test('for one person at one moment is one message, the higher rung', () => {
    const steps = ladder({ targetOn: '2027-02-20', windowDays: 0 });
    expect(steps[1]).toBe('Mon 2027-02-22 09:00 owner r0:overdue');
  });
});

describe('the next step', () => {
  const next = (settings: BoardSettings, after: string, sent: string[]) =>
    nextStep(occurrenceForTest(), followUpForTest, settings, {}, Date.parse(after), new Set(sent))?.step;

  test('is the first that lies behind the instant', () => {
    expect(next(settingsForTest, '2027-02-16T09:00Z', ['r0:before-due'])).toBe('r0:due');
    expect(next(settingsForTest, '2027-02-16T08:59Z', [])).toBe('r0:before-due');
  });

  test('is not one that was sent before the board put its rungs further apart', () => {
    const slower = { ...settingsForTest, fullLadderIntervalDays: 89 };
    const sent = ['r0:before-due', 'r0:due', 'r0:overdue', 'r0:overdue-backup'];
    expect(next(slower, '2027-03-16T09:00Z', sent)).toBe('r0:overdue-lead');
  });
});

test('a new board has a ladder that begins before the date and ends in the channel', () => {
  expect(defaultBoardSettings(board, 'Europe/Berlin').ladder.map(({ role }) => role)).toEqual([
    'owner',
    'owner',
    'owner',
    'backup',
    'board-lead',
    'channel',
  ]);
});
