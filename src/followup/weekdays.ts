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
 * Days of the week as a person writes them; `readWeekdays` reads them back.
 *
 * @example
 * weekdaysText([1, 2, 3, 4, 5]) //=> 'Monday, Tuesday, Wednesday, Thursday, Friday'
 */
export function weekdaysText(days: readonly number[]): string {
  return days.map((day) => WEEKDAYS[day - 1]).join(', ');
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
