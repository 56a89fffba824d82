import { UserError } from '../errors.ts';
import { daysText } from './days-text.ts';
import type { BoardSettings } from './follow-up.ts';
import { ladderText } from './ladder-text.ts';
import { readLadder } from './read-ladder.ts';
import { readTimeOfDay } from './read-time-of-day.ts';
import { readTimeZone } from './read-time-zone.ts';
import { mentioned } from './read-typed-part.ts';
import { readWeekdays, WEEKDAYS, weekdaysText } from './weekdays.ts';

/** One setting: how a person writes it, and how it is read back. Its key is the word typed before it. */
interface SettingField {
  label: string;
  written(settings: BoardSettings): string;
  /** Throws a `UserError` for what cannot be read; what does not fit together is the board's own check. */
  read(text: string, before: BoardSettings): Partial<BoardSettings>;
}

/**
 * Every setting that a person may change, in the order in which they are shown. `read` gives back what `written`
 * wrote.
 *
 * @example
 * SETTING_FIELDS.quiet.read('18:00-08:00', settings) //=> { quietHours: { from: '18:00', until: '08:00' } }
 */
export const SETTING_FIELDS = {
  lead: {
    label: 'board lead',
    written: ({ boardLeadId }) => (boardLeadId === null ? 'none' : `<@${boardLeadId}>`),
    read: (text) => ({ boardLeadId: readPerson(text) }),
  },
  zone: {
    label: 'time zone',
    written: ({ timeZone }) => timeZone,
    read: (text) => ({ timeZone: readTimeZone(text) }),
  },
  hour: {
    label: 'hour of sending',
    written: ({ sendAt }) => sendAt,
    read: (text) => ({ sendAt: readTimeOfDay(text) }),
  },
  days: {
    label: 'working days',
    written: ({ workingDays }) => weekdaysText(workingDays),
    read: (text) => ({ workingDays: readWeekdays(text) }),
  },
  quiet: {
    label: 'quiet hours',
    written: ({ quietHours: { from, until } }) => (from === until ? 'none' : `${from}-${until}`),
    read: (text) => ({ quietHours: readQuietHours(text) }),
  },
  ladder: {
    label: 'ladder',
    written: ({ ladder }) => ladderText(ladder),
    read: (text, { ladder }) => ({ ladder: readLadder(text, ladder) }),
  },
  repeat: {
    label: 'repeated every',
    written: ({ repeatEveryDays }) => daysText(repeatEveryDays),
    read: (text) => ({ repeatEveryDays: readDays(text) }),
  },
  full: {
    label: 'full ladder from an interval of',
    written: ({ fullLadderIntervalDays }) => daysText(fullLadderIntervalDays),
    read: (text) => ({ fullLadderIntervalDays: readDays(text) }),
  },
  digest: {
    label: 'day of the digest',
    written: ({ digestDay }) => weekdaysText([digestDay]),
    read: (text) => ({ digestDay: readOneDay(text) }),
  },
  attempts: {
    label: 'attempts before “lost to follow-up”',
    written: ({ attemptsBeforeLost }) => String(attemptsBeforeLost),
    read: (text) => ({ attemptsBeforeLost: readCount(text) }),
  },
  snooze: {
    label: 'longest snooze',
    written: ({ maxSnoozeDays }) => daysText(maxSnoozeDays),
    read: (text) => ({ maxSnoozeDays: readDays(text) }),
  },
} as const satisfies Record<string, SettingField>;

export type SettingName = keyof typeof SETTING_FIELDS;
export const SETTING_NAMES = Object.keys(SETTING_FIELDS) as SettingName[];

function readPerson(text: string): string | null {
  if (/^(?:none|nobody|)$/i.test(text.trim())) return null;
  // A dialog gives the id alone, a command the mention as Slack escapes it.
  const word = text.trim().replace(/\|.*(?=>$)/, '');
  return mentioned(/^[UW][A-Z0-9]+$/.test(word) ? `<@${word}>` : word, 'lead');
}

function readQuietHours(text: string): BoardSettings['quietHours'] {
  if (/^(?:none|)$/i.test(text.trim())) return { from: '00:00', until: '00:00' };
  const [from = '', until = '', ...more] = text
    .toLowerCase()
    .replace(/^\s*from\b/, '')
    .split(/-|–|—|\buntil\b|\bto\b/);
  if (more.length > 0 || until.trim() === '')
    throw new UserError('I cannot read the quiet hours. Write them as `18:00-08:00`, or `none`.');
  return { from: readTimeOfDay(from), until: readTimeOfDay(until) };
}

function readOneDay(text: string): number {
  const [day, ...others] = readWeekdays(text);
  if (day !== undefined && others.length === 0) return day;
  throw new UserError(`Name one day, from ${WEEKDAYS[0]} to ${WEEKDAYS[6]}.`);
}

function readDays(text: string): number {
  const [, count, unit = 'd'] = /^(\d{1,4})\s*(d|days?|w|weeks?)?$/i.exec(text.trim()) ?? [];
  if (count === undefined) throw new UserError('I cannot read this length. Write it in days, as `28 days`.');
  return Number(count) * (unit.toLowerCase().startsWith('w') ? 7 : 1);
}

function readCount(text: string): number {
  const [count] = /^\d{1,3}$/.exec(text.trim()) ?? [];
  if (count === undefined) throw new UserError('I cannot read this number. Write it in digits, as `3`.');
  return Number(count);
}
