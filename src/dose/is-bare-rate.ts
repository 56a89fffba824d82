import type { Token } from './token.ts';

/**
 * Whether the number at `at` is a rate without the word "fractions": `2 per week`, `x2/day`.
 *
 * @example
 * isBareRate(tokenise('2 per week'), 0); // true
 */
export function isBareRate(tokens: readonly Token[], at: number): boolean {
  const [joint, period] = [tokens[at + 1]?.kind, tokens[at + 2]?.kind];
  return (joint === 'per' || joint === 'slash') && (period === 'week' || period === 'day');
}
