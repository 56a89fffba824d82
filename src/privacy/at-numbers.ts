import type { Beginnings } from './beginnings.ts';
import type { Match } from './each-match.ts';
import { eachMatchAt, sticky } from './each-match-at.ts';

const zero = '0'.charCodeAt(0);

/** It begins with a digit, and before it stands none. */
const opening = /^\(\?=(?<first>\\d|\[[\d-]+\]|\d)[^)]*\)\(\?<!\[[^\]]*\\[wd]/;

/**
 * A search for a pattern that opens with a digit that none stands before, as `(?=\d)(?<![\w.-])`. It is tried only at
 * numbers of so many digits at least, those counted that follow with signs of a telephone number between.
 * Throws, when it is made, where the pattern does not open so.
 *
 * @example
 * atNumbers(/(?=\d)(?<![\d])\d{4}/g, 4)('12, 4471', beginningsOf('12, 4471'))[0]?.start //=> 4
 */
export function atNumbers(pattern: RegExp, leastDigits: number) {
  const first = opening.exec(pattern.source)?.groups?.first;
  if (first === undefined)
    throw new TypeError(`It may begin within a number: ${pattern.source.slice(0, 80)}`);
  const once = sticky(pattern);
  const isFirst = Uint8Array.from({ length: 10 }, (_, digit) => Number(new RegExp(first).test(`${digit}`)));
  return (text: string, { numberAt, numberDigits }: Beginnings): Match[] => {
    const places: number[] = [];
    for (let number = 0; number < numberAt.length; number += 1) {
      if ((numberDigits[number] ?? 0) < leastDigits) continue;
      const at = numberAt[number] ?? 0;
      if (isFirst[text.charCodeAt(at) - zero] === 1) places.push(at);
    }
    return eachMatchAt(once(), text, places);
  };
}
