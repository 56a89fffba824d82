import { UserError } from '../errors.ts';
import type { Board, BoardSettings } from './follow-up.ts';
import { isTimeZone } from './is-time-zone.ts';

const time = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * What a board has until somebody sets it otherwise: one message before, one at the date, then the owner, the
 * backup, the board lead and the channel behind the window; drawn together for series under a year.
 *
 * @example
 * defaultBoardSettings({ teamId: 'T1', channelId: 'C1' }, 'Europe/Berlin').ladder.length //=> 6
 */
export function defaultBoardSettings(board: Board, timeZone: string): BoardSettings {
  return {
    board,
    boardLeadId: null,
    timeZone,
    ladder: [
      { name: 'before-due', role: 'owner', from: 'target', days: -28 },
      { name: 'due', role: 'owner', from: 'target', days: 0 },
      { name: 'overdue', role: 'owner', from: 'window-end', days: 1 },
      { name: 'overdue-backup', role: 'backup', from: 'window-end', days: 30 },
      { name: 'overdue-lead', role: 'board-lead', from: 'window-end', days: 60 },
      { name: 'overdue-channel', role: 'channel', from: 'window-end', days: 90 },
    ],
    repeatEveryDays: 28,
    fullLadderIntervalDays: 365,
    sendAt: '09:00',
    workingDays: [1, 2, 3, 4, 5],
    quietHours: { from: '18:00', until: '08:00' },
    digestDay: 1,
    attemptsBeforeLost: 3,
    maxSnoozeDays: 14,
    version: 1,
  };
}

/**
 * Returns the settings as given, or throws one `UserError` that names everything which would let the ladder
 * lose a message: no working day, a rung that comes before the one below it, a zone or time that is none.
 *
 * @example
 * checkedBoardSettings({ ...settings, workingDays: [] }) // throws: 'These settings do not work: choose a working day …'
 */
export function checkedBoardSettings(settings: BoardSettings): BoardSettings {
  const faults = [
    isTimeZone(settings.timeZone) ? null : 'give the time zone by its IANA name, as `Europe/Berlin`',
    [settings.sendAt, settings.quietHours.from, settings.quietHours.until].every((one) => time.test(one))
      ? null
      : 'write times of day as `09:00`',
    settings.workingDays.length > 0 && settings.workingDays.every(isWeekday)
      ? null
      : 'choose a working day or more, 1 for Monday to 7 for Sunday',
    isWeekday(settings.digestDay) ? null : 'choose the day of the digest, 1 for Monday to 7 for Sunday',
    ladderFault(settings),
    positive(settings.repeatEveryDays) ? null : 'repeat after 1 day or more',
    positive(settings.fullLadderIntervalDays)
      ? null
      : 'give the interval of the full ladder as 1 day or more',
    positive(settings.attemptsBeforeLost)
      ? null
      : 'ask for 1 logged attempt or more before "lost to follow-up"',
    positive(settings.maxSnoozeDays) ? null : 'allow a snooze of 1 day or more',
  ].filter((fault) => fault !== null);
  if (faults.length > 0) throw new UserError(`These settings do not work: ${faults.join('; ')}.`);
  return settings;
}

function ladderFault({ ladder }: BoardSettings): string | null {
  if (!ladder.some(({ from }) => from === 'window-end'))
    return 'keep a step or more behind the end of the window';
  if (new Set(ladder.map(({ name }) => name)).size < ladder.length) return 'give each step a name of its own';
  if (!ladder.every(({ name }) => /^[a-z]+(-[a-z]+)*$/.test(name)))
    return 'name steps with small letters and hyphens';
  if (!ladder.every(({ days }) => Number.isInteger(days))) return 'give steps in whole days';
  const rises = (from: 'target' | 'window-end') =>
    ladder
      .filter((rung) => rung.from === from)
      .every(({ days }, at, rungs) => at === 0 || days > (rungs[at - 1]?.days ?? 0));
  if (!rises('target') || !rises('window-end')) return 'let each step come later than the one before it';
  const behind = ladder.filter(({ from }) => from === 'window-end');
  return behind.every(({ days }) => days > 0)
    ? null
    : 'let overdue steps come 1 day or more behind the window';
}

const isWeekday = (day: number) => Number.isInteger(day) && day >= 1 && day <= 7;
const positive = (count: number) => Number.isInteger(count) && count >= 1;
