import { UserError } from '../errors.ts';

/** Short and without spaces: room for a report's number, none for a sentence about a patient. */
const shape = /^[A-Za-z0-9][A-Za-z0-9._/:#-]{1,39}$/;

/**
 * Returns a report's reference, trimmed, or throws a `UserError` that does not repeat what was written.
 *
 * @example
 * checkedReference(' RAD-20931 ', 'the report reference') //=> 'RAD-20931'
 */
export function checkedReference(text: string, field: string): string {
  const reference = text.trim();
  if (shape.test(reference)) return reference;
  throw new UserError(
    `I cannot take ${field}. Write the report's own number: 2 to 40 letters, digits and . _ / : # -, no spaces.`,
  );
}
