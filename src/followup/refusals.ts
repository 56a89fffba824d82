import { UserError } from '../errors.ts';
import { daysBetween } from './add-span.ts';
import { checkedDate } from './calendar-date.ts';
import type { Occurrence } from './follow-up.ts';
import { spokenState } from './spoken-state.ts';

/**
 * Throws a `UserError` for an occurrence that somebody has closed already.
 *
 * @example
 * refuseClosed(closedOccurrence) // throws: 'The scan of 2027-02-23 is closed already (completed). Reopen it first …'
 */
export function refuseClosed({ closing, targetOn }: Occurrence): void {
  if (closing === null) return;
  throw new UserError(
    `The scan of ${targetOn} is closed already (${spokenState(closing.state)}). Reopen it first if that was wrong.`,
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
  throw new UserError(`${capital(field)} ${on} has not come yet. Write a date up to today.`);
}

/**
 * Returns a date that is not over and less than 10 years away, or throws a `UserError` that names the field.
 *
 * @example
 * comingDate('2027-02-21', 'the appointment', '2027-02-21') //=> '2027-02-21'
 */
export function comingDate(on: string, field: string, todayOn: string): string {
  if (nearDate(on, field, todayOn) >= todayOn) return on;
  throw new UserError(`${capital(field)} ${on} is over already. Write today's date or a later one.`);
}

/**
 * Returns a date within 10 years of today, or throws a `UserError` that names the field: a scan that was written for
 * 2072 instead of 2027 would be missed by everybody.
 *
 * @example
 * nearDate('2027-02-23', 'the due date', '2026-11-23') //=> '2027-02-23'
 */
export function nearDate(on: string, field: string, todayOn: string): string {
  const away = Math.abs(daysBetween(todayOn, checkedDate(on, field)));
  if (away <= farthestDays) return on;
  throw new UserError(`${capital(field)} ${on} is more than 10 years away. Write the year that is meant.`);
}

const farthestDays = 3653;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * What a check tells the person, or null when it passes; throws on what is no `UserError`.
 *
 * @example
 * faultOf(() => checkedDate('2027-02-23', 'the due date')) //=> null
 */
export function faultOf(check: () => unknown): string | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

/**
 * Throws a `UserError` when one person would be both.
 *
 * @example
 * refuseSamePerson('U1', 'U1') // throws: 'The owner and the backup are the same person. Name somebody else as backup.'
 */
export function refuseSamePerson(ownerId: string, backupId: string): void {
  if (ownerId !== backupId) return;
  throw new UserError('The owner and the backup are the same person. Name somebody else as backup.');
}
