import type { Match } from './each-match.ts';
import { eachMatch } from './each-match.ts';

/**
 * A search for a pattern (flag `g`) that may begin at any place.
 *
 * @example
 * anywhere(/\+\d+/g)('tel +4930')[0]?.start //=> 4
 */
export function anywhere(pattern: RegExp) {
  return (text: string): Match[] => eachMatch(pattern, text);
}
