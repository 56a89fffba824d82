import type { Beginnings } from './beginnings.ts';
import type { Match } from './each-match.ts';
import { eachMatchAt, sticky } from './each-match-at.ts';

/** It begins with a capital A-Z, and before it stands no letter or digit. */
const opening = /^\(\?=\[[A-Z-]+\][^)]*\)\(\?<!\[\\w/;

/**
 * A search for a pattern that opens with a capital that no letter or digit stands before, as `(?=[A-Z])(?<![\w])`, and
 * whose every fit has a number among its first seven units, of so many digits at least (as for `atNumbers`).
 * Throws, when it is made, where the pattern does not open so.
 *
 * @example
 * atCodes(/(?=[A-Z])(?<![\w])[A-Z]\d{2}/g, 2)('in M13', beginningsOf('in M13'))[0]?.start //=> 3
 */
export function atCodes(pattern: RegExp, leastDigits: number) {
  if (!opening.test(pattern.source))
    throw new TypeError(`It may begin within a code: ${pattern.source.slice(0, 80)}`);
  const once = sticky(pattern);
  return (text: string, { codeAt, codeDigits }: Beginnings): Match[] => {
    const places: number[] = [];
    for (let code = 0; code < codeAt.length; code += 1) {
      if ((codeDigits[code] ?? 0) >= leastDigits) places.push(codeAt[code] ?? 0);
    }
    return eachMatchAt(once(), text, places);
  };
}
