import { UserError } from '../errors.ts';

/** ISO weekdays in order: the first is 1. */
export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/**
 * Days of the week in order as a person writes them, three or more in a row as a range; `readWeekdays` reads them back.
 *
 * @example
 * weekdaysText([1, 2, 3, 4, 7]) //=> 'Monday to Thursday, Sunday'
 */
export function weekdaysText(days: readonly number[]): string {
  const rows: number[][] = [];
  for (const day of days) {
    const row = rows.at(-1);
    if (row?.at(-1) === day - 1) row.push(day);
    else rows.push([day]);
  }
  return rows.flatMap(rowText).join(', ');
}

function rowText(row: readonly number[]): string[] {
  const names = row.map((day) => WEEKDAYS[day - 1] ?? '');
  return names.length < 3 ? names : [`${names[0]} to ${names.at(-1)}`];
}

/**
 * Reads days of the week, by names, their beginnings or ISO numbers, alone or as a range, in order and each once.
 * Throws a `UserError` that does not repeat the text.
 *
 * @example
 * readWeekdays('Mon-Thu, sat') //=> [1, 2, 3, 4, 6]
 */
export function readWeekdays(text: string): number[] {
  const parts = text
    .toLowerCase()
    .replace(/\s*(?:-|–|—|\bto\b)\s*/g, '-')
    .split(/[\s,;]+|\band\b/)
    .filter((part) => part !== '');
  const days = parts.flatMap((part) => {
    const [first = '', last = first, ...more] = part.split('-');
    const [from, until] = [dayOf(first), dayOf(last)];
    if (from === null || until === null || more.length > 0) throw new UserError(unreadable);
    // Saturday to Tuesday goes over the end of the week.
    const length = (until - from + 7) % 7;
    return Array.from({ length: length + 1 }, (_, at) => ((from - 1 + at) % 7) + 1);
  });
  if (days.length === 0) throw new UserError(unreadable);
  return [...new Set(days)].sort((a, b) => a - b);
}

const unreadable = 'I cannot read these days. Write them as `Mon-Fri` or `Mon, Tue, Thu`.';

function dayOf(word: string): number | null {
  if (/^[1-7]$/.test(word)) return Number(word);
  const at = word.length < 2 ? -1 : WEEKDAYS.findIndex((day) => day.toLowerCase().startsWith(word));
  return at < 0 ? null : at + 1;
}
