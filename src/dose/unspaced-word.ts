import { findMeaning } from './vocabulary.ts';

const run = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{1,60}/uy;
const longestKnown = 4;

/**
 * The word at `at` of a script that sets no spaces, neither between words nor around numbers (`总剂量54Gy分27次`):
 * the longest known one, else all up to where a known one begins; empty for other scripts.
 *
 * @example
 * unspacedWordAt('约54Gy', 0); // '约'
 */
export function unspacedWordAt(text: string, at: number): string {
  run.lastIndex = at;
  const letters = run.exec(text)?.[0] ?? '';
  for (let from = 0; from < letters.length; from += 1) {
    const known = knownAt(letters, from);
    if (known) return from === 0 ? known : letters.slice(0, from);
  }
  return letters;
}

function knownAt(letters: string, from: number): string | null {
  for (let length = longestKnown; length > 0; length -= 1) {
    const word = letters.slice(from, from + length);
    if (word.length === length && findMeaning(word)) return word;
  }
  return null;
}
