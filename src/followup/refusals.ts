import { UserError } from '../errors.ts';
import { checkedDate } from './calendar-date.ts';
import type { Occurrence } from './follow-up.ts';

/**
 * Throws a `UserError` for an occurrence that somebody has closed already.
 *
 * @example
 * refuseClosed(closedOccurrence) // throws: 'The scan of 2027-02-23 is closed already (completed). Reopen it first …'
 */
export function refuseClosed({ closing, targetOn }: Occurrence): void {
  if (closing === null) return;
  const state = closing.state.replaceAll('-', ' ');
  throw new UserError(
    `The scan of ${targetOn} is closed already (${state}). Reopen it first if that was wrong.`,
  );
}

/**
 * Throws one `UserError` that names every field which is empty, and the line to type. Keys are the words that the
 * person knows them by.
 *
 * @example
 * refuseMissing({ 'exam date': '2027-02-20', reviewer: null }, 'close this scan as done', LINES_TO_TYPE.done)
 * // throws: 'To close this scan as done, the reviewer is missing. Typed: `/imt-followup done CASE-12 exam …`.'
 */
export function refuseMissing(
  fields: Record<string, string | number | null>,
  purpose: string,
  line: string,
): void {
  const missing = Object.entries(fields)
    .filter(([, value]) => value === null || (typeof value === 'string' && value.trim() === ''))
    .map(([name]) => `the ${name}`);
  if (missing.length === 0) return;
  const list = missing.length === 1 ? missing[0] : `${missing.slice(0, -1).join(', ')} and ${missing.at(-1)}`;
  throw new UserError(
    `To ${purpose}, ${list} ${missing.length === 1 ? 'is' : 'are'} missing. Typed: ${line}.`,
  );
}

/**
 * Returns a date that has come, or throws a `UserError` that names the field.
 *
 * @example
 * pastDate('2027-02-20', 'the exam date', '2027-02-21') //=> '2027-02-20'
 */
export function pastDate(on: string, field: string, todayOn: string): string {
  if (checkedDate(on, field) <= todayOn) return on;
  throw new UserError(
    `${capital(field)} ${on} has not come yet. Booked is not done: write a date up to today.`,
  );
}

/**
 * Returns a date that is not over, or throws a `UserError` that names the field.
 *
 * @example
 * comingDate('2027-02-21', 'the appointment', '2027-02-21') //=> '2027-02-21'
 */
export function comingDate(on: string, field: string, todayOn: string): string {
  if (checkedDate(on, field) >= todayOn) return on;
  throw new UserError(`${capital(field)} ${on} is over already. Write today's date or a later one.`);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
