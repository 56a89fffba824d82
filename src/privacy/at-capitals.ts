import type { Beginnings } from './beginnings.ts';
import type { Match } from './each-match.ts';
import { eachMatchAt, sticky } from './each-match-at.ts';

/** It begins with a capital, and before it stands no letter or digit. */
const opening = /^\(\?=\\p\{Lu\}[^)]*\)\(\?<!\[\\p\{L\}[^\]]*\\d/;

/**
 * A search for a pattern that opens with a capital that no letter or digit stands before, as
 * `(?=\p{Lu})(?<![\p{L}\d])`. Throws, when it is made, where the pattern does not open so.
 *
 * @example
 * atCapitals(/(?=\p{Lu})(?<![\p{L}\d])\p{Lu}\p{Ll}+/gu)('to Ann', beginningsOf('to Ann'))[0]?.start //=> 3
 */
export function atCapitals(pattern: RegExp) {
  if (!opening.test(pattern.source))
    throw new TypeError(`It may begin within a word: ${pattern.source.slice(0, 80)}`);
  const once = sticky(pattern);
  return (text: string, { capitalAt }: Beginnings): Match[] => eachMatchAt(once(), text, capitalAt);
}
