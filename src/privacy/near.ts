import { eachMatch, type Match } from './each-match.ts';
import { eachMatchAt, sticky } from './each-match-at.ts';

/**
 * A search for a pattern whose every fit holds a sign (flag `g`) that begins at most so many units behind where the fit
 * begins. It is tried only there: most texts do not hold the sign at all, and a short one is fast to look for.
 *
 * @example
 * near(/\d{4}年/g, /年/g, 4)('生于2021年')[0]?.start //=> 2
 */
export function near(pattern: RegExp, sign: RegExp, mostBefore: number) {
  const once = sticky(pattern);
  return (text: string): Match[] => {
    const places: number[] = [];
    let next = 0;
    for (const { start } of eachMatch(sign, text)) {
      for (next = Math.max(next, start - mostBefore); next <= start; next += 1) places.push(next);
    }
    return eachMatchAt(once(), text, places);
  };
}
