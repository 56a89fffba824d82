import { foldName } from './fold-name.ts';
import { givenNames } from './given-names.ts';
import { moreGiven, moreSurnames, placeNames, strongSurnames } from './judged-names.ts';
import { surnames } from './surnames.ts';
import { wordNames } from './word-names.ts';

/** Patronymics and endings that only surnames have. */
const surnameEndings = /^[a-z]{3,}(?:sdottir|sson|wicz|[eo]wsk[ia]|enko|opoulos|escu|ovic|shvili|oglu)$/;

/**
 * Whether a word is a given name and hardly anything else. Of a double name the first half counts.
 *
 * @example
 * isGivenName('Anne-Marie') //=> true
 */
export function isGivenName(word: string): boolean {
  const name = foldName(word);
  const first = name.split('-')[0] ?? name;
  return [name, first].some(
    (part) => (givenNames().has(part) || moreGiven.has(part)) && !placeNames.has(part),
  );
}

/**
 * Whether a word is a given name that is an ordinary word or a place as well.
 *
 * @example
 * isWordName('Grace') //=> true
 */
export function isWordName(word: string): boolean {
  const name = foldName(word);
  return wordNames().has(name) || placeNames.has(name);
}

/**
 * Whether a word is a surname; Mc…, O'… and the like are by their form.
 *
 * @example
 * isSurname("O'Connor") //=> true
 */
export function isSurname(word: string): boolean {
  if (/^(?:O'|Mc|MC|Mac(?=\p{Lu})|MAC(?=\p{Lu}{4})|Fitz)\p{L}{3}/u.test(word)) return true;
  const name = foldName(word);
  const [first = name, last = name] = [name.split('-')[0], name.split('-').at(-1)];
  return [name, first, last].some(
    (part) => surnames().has(part) || moreSurnames.has(part) || strongSurnames.has(part),
  );
}

/**
 * Whether a word is a common surname and nothing else.
 *
 * @example
 * isStrongSurname('Gonzalez') //=> true
 */
export function isStrongSurname(word: string): boolean {
  const name = foldName(word);
  return strongSurnames.has(name) || surnameEndings.test(name);
}
