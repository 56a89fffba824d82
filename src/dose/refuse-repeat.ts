import { DoseError } from './dose-error.ts';
import type { Token } from './token.ts';

const counted = /^(?:cycles?|courses|rounds?|repeats|repetitions)$/i;
const alone = /^repeat(?:ed|s)?$/i;

/**
 * Throws a `DoseError` where the word at `at` gives a course several times (`3 cycles`, `repeated`): whether its numbers
 * are those of one time or of all cannot be known.
 *
 * @example
 * refuseRepeat(tokenise('14.8 Gy/4F x 3 cycles'), 7); // throws UNPARSED_TAIL
 */
export function refuseRepeat(tokens: readonly Token[], at: number): void {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token?.kind !== 'word') return;
  if (counted.test(token.text) && before?.kind === 'number')
    throw repeatError(`${before.text} ${token.text}`);
  if (alone.test(token.text)) throw repeatError(token.text);
}

/**
 * The refusal of a course that is given several times, which asks for all of its fractions.
 *
 * @example
 * repeatError('twice').code; // 'UNPARSED_TAIL'
 */
export function repeatError(written: string): DoseError {
  return new DoseError(
    'UNPARSED_TAIL',
    `"${written}" can mean the course or something else. Write all fractions of all times, as \`44.4 Gy/12F\`, and leave out what is no radiation.`,
  );
}
