import { isBareRate } from './is-bare-rate.ts';
import { measureEnd } from './measure-end.ts';
import type { Token } from './token.ts';

/**
 * How many numbers may be doses or counts: those of `3 times a week` and `12 days` are not.
 *
 * @example
 * countAmounts(tokenise('24 Gy/12F 3 times a week')); // 2
 */
export function countAmounts(tokens: readonly Token[]): number {
  return tokens.filter((token, at) => {
    if (token.kind === 'single') return true;
    if (token.kind !== 'number') return false;
    const [first, second] = [tokens[at + 1]?.kind, tokens[at + 2]?.kind];
    if (first === 'day' || first === 'week' || measureEnd(tokens, at) > at) return false;
    if (isBareRate(tokens, at)) return false;
    const counted = first === 'times' || first === 'fractions';
    return !(counted && ['slash', 'per', 'weekly'].includes(second ?? ''));
  }).length;
}

/**
 * Whether a number may be a year of publication, as in `Lee 2006`.
 *
 * @example
 * isYear(tokenise('2006')[0]); // true
 */
export function isYear(token: Token | undefined): boolean {
  return token?.kind === 'number' && /^(19|20)\d\d$/.test(token.text);
}
