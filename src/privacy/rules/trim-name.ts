import { clinicalWords } from '../names/clinical-words.ts';

/**
 * How many units of a run of words belong to a name: up to the first word that is no part of any.
 *
 * @example
 * nameLength('Kevin Doyle Follow Up') //=> 11
 */
export function nameLength(run: string): number {
  let length = 0;
  for (const { 0: word, index } of run.matchAll(/[^ ]+/g)) {
    if (isClinicalWord(word)) break;
    // An abbreviation behind a written-out name: "Doyle CT".
    if (index > 0 && /^\p{Lu}{2,5}$/u.test(word) && /\p{Ll}/u.test(run.slice(0, index))) break;
    length = index + word.length;
  }
  return length;
}

/**
 * Whether a word, with or without a stop behind it, is no part of any name.
 *
 * @example
 * isClinicalWord('Pathol.') //=> true
 */
export function isClinicalWord(word: string): boolean {
  const isStopped = word.endsWith('.') || word.endsWith(',');
  return clinicalWords.has((isStopped ? word.slice(0, -1) : word).toLowerCase());
}
