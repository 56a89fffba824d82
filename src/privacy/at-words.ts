import type { Beginnings } from './beginnings.ts';
import type { Match } from './each-match.ts';
import { eachMatchAt, sticky } from './each-match-at.ts';
import { hasHead, headTable } from './head-table.ts';

/** What a pattern begins with: `(?=tel|phon|f)(?<![a-z])`. */
const opening = /^\(\?=(?<heads>(?:[\p{L}\d ,/&'|-]|\\\.)+)\)\(\?<!\[(?:a-z|\\p\{L\})/u;

/**
 * A search for a pattern that opens with the letters its words begin with, as `(?=tel|ph)(?<![a-z])`. It is tried only
 * at words with one of these heads, of which three letters count, and a word begins where no letter a-z stands before,
 * large or small: behind `(?<![a-z])` the text must be in small letters.
 * Throws, when it is made, where the pattern does not open so.
 *
 * @example
 * atWords(/(?=mrn)(?<![a-z])mrn (?<value>\d+)/g)('mrn 4471902', beginningsOf('mrn 4471902'))[0]?.start //=> 4
 */
export function atWords(pattern: RegExp) {
  const heads = opening.exec(pattern.source)?.groups?.heads?.replaceAll('\\', '').split('|') ?? [];
  if (heads.length === 0 || heads.some((head) => !/^[a-z]/i.test(head)))
    throw new TypeError(`It does not say which letters it begins with: ${pattern.source.slice(0, 80)}`);
  const once = sticky(pattern);
  const table = headTable(heads);
  const pairs = [...table.keys()].filter((pair) => table[pair] !== 0);
  return (text: string, { wordAt, wordHead, firstWord, nextWord }: Beginnings): Match[] => {
    const places: number[] = [];
    for (const pair of pairs) {
      for (let word = firstWord[pair] ?? -1; word >= 0; word = nextWord[word] ?? -1) {
        if (hasHead(table, wordHead[word] ?? 0)) places.push(wordAt[word] ?? 0);
      }
    }
    if (pairs.length > 1) places.sort((a, b) => a - b);
    return eachMatchAt(once(), text, places);
  };
}
