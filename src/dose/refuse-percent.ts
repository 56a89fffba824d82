import { DoseError } from './dose-error.ts';
import type { Token } from './token.ts';

/**
 * Throws a `DoseError` where the number at `at` is a percentage: an isodose, a volume or a share is no dose and no
 * number of fractions.
 *
 * @example
 * refusePercent(tokenise('45 Gy in 3# to 80%'), 6); // throws UNPARSED_TAIL
 */
export function refusePercent(tokens: readonly Token[], at: number): void {
  const number = tokens[at];
  if (number?.kind !== 'number' || tokens[at + 1]?.kind !== 'percent') return;
  throw new DoseError(
    tokens.some(({ kind }) => kind === 'unit') ? 'UNPARSED_TAIL' : 'NO_REGIMEN_FOUND',
    `"${number.text}%" is no dose. Leave it out, and write the dose and the fractions, as \`54 Gy/27F\`.`,
  );
}
