import { UserError } from '../errors.ts';
import { plainHyphens } from './plain-hyphens.ts';

const shape = /^([A-Z]{1,12})-(\d{1,6})$/;

/**
 * Reads a case code: letters, a hyphen, up to six digits. Small letters become capitals.
 * Throws a `UserError` that never repeats what was written, for it may be a patient's number.
 *
 * @example
 * parseCaseCode('case-12') //=> 'CASE-12'
 */
export function parseCaseCode(text: string): string {
  const code = plainHyphens(text).trim().toUpperCase();
  if (!shape.test(code)) {
    throw new UserError(
      'That is not a case code. Write letters, a hyphen and up to six digits, as `CASE-12`; never a name or a hospital number.',
    );
  }
  return code;
}

/**
 * Whether a text could be meant as a case code. It throws nothing.
 *
 * @example
 * isCaseCode('CASE-12') //=> true
 */
export function isCaseCode(text: string): boolean {
  return shape.test(text.trim().toUpperCase());
}
