import type { Token } from './token.ts';

/**
 * Where the reading goes on behind a number that is a size, an age, an energy or a count of things and no dose
 * (`5 × 4 × 3 cm`, `60-year-old`, `6 MV`, `2 lesions`), or `at` when none begins there.
 *
 * @example
 * measureEnd(tokenise('6 MV'), 0); // 2
 */
export function measureEnd(tokens: readonly Token[], at: number): number {
  let next = at + 1;
  // Three dimensions at most.
  while (next < at + 5 && isJoint(tokens[next]) && tokens[next + 1]?.kind === 'number') next += 2;
  if (tokens[next]?.kind === 'dash') next += 1;
  return tokens[next]?.kind === 'thing' ? next + 1 : at;
}

function isJoint(token: Token | undefined): boolean {
  return token !== undefined && ['times', 'slash', 'dash'].includes(token.kind);
}
