import { describe, expect, test } from 'vitest';
import { checkedBoardSettings, defaultBoardSettings } from '../../src/followup/board-settings.ts';
import type { BoardSettings } from '../../src/followup/follow-up.ts';
import { board, zones } from './follow-up-for-test.ts';

const settings = defaultBoardSettings(board, 'Europe/Berlin');
const [before, due, ...overdue] = settings.ladder;
if (!before || !due) throw new Error('the ladder of a new board is too short for this test');

describe('board settings', () => {
  test.each(zones)('of a new board in %s work', (zone) => {
    expect(checkedBoardSettings(defaultBoardSettings(board, zone)).timeZone).toBe(zone);
  });

  test.each<[string, Partial<BoardSettings>]>([
    ['working day', { workingDays: [] }],
    ['working day', { workingDays: [0] }],
    ['IANA name', { timeZone: 'Mars/Olympus' }],
    ['times of day', { sendAt: '9:00' }],
    ['times of day', { quietHours: { from: '18:00', until: '24:00' } }],
    ['behind the end of the window', { ladder: [before, due] }],
    ['name of its own', { ladder: [before, before, ...overdue] }],
    ['later than the one before it', { ladder: [due, before, ...overdue] }],
    ['later than the one before it', { ladder: [before, due, ...[...overdue].reverse()] }],
    ['1 day or more behind', { ladder: overdue.map((rung, at) => ({ ...rung, days: at })) }],
    ['repeat after 1 day', { repeatEveryDays: 0 }],
    ['logged attempt', { attemptsBeforeLost: 0 }],
    ['snooze', { maxSnoozeDays: 0.5 }],
    ['digest', { digestDay: 8 }],
  ])('are refused, naming the %s, with %j', (told, wrong) => {
    expect(() => checkedBoardSettings({ ...settings, ...wrong })).toThrow(told);
  });

  test('name all that is wrong at once', () => {
    expect(() => checkedBoardSettings({ ...settings, workingDays: [], sendAt: '' })).toThrow(
      /times of day.*working day/,
    );
  });
});
