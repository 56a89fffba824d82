import type { Token } from './token.ts';

/**
 * Whether a word is `boost`.
 *
 * @example
 * isBoost(tokenise('boost')[0]); // true
 */
export function isBoost(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^boosts?$/i.test(token.text);
}
