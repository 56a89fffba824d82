import { atCapitals } from '../at-capitals.ts';
import type { Candidate } from '../finding.ts';
import { clinicalTails, clinicalWords, eponymPairs } from '../names/clinical-words.ts';
import { isGivenName, isStrongSurname, isSurname, isWordName } from '../names/is-name.ts';
import { isRomanisedName } from '../names/is-romanised-name.ts';
import { before, behind, capitalised, capitals, particle } from '../names/name-tokens.ts';
import type { Page } from '../page.ts';
import { isClinicalWord, nameLength } from './trim-name.ts';

const token = String.raw`(?:(?:${capitalised}|${capitals})${behind}|\p{Lu}\.)`;
const runs = atCapitals(new RegExp(`${before}${token}(?: (?:${particle} ){0,2}${token}){1,5}`, 'gu'));

/** Words that begin a sentence, and would be given names elsewhere. */
const openers = /^(?:will|may|can|could|does|are|said|even|given|among|come|wait)$/i;

/** Behind them a name is a hospital's. */
const places =
  /(?:hospitals?|centre|center|clinic|institute?|institut|university|universit[éà]|foundation|fondation|st\.?|saint|hôpital|lycée|h[oô]pitaux) $/i;

/**
 * Given names with a surname, in either order, that nothing around them announces: only the lists tell. An eponym, a
 * hospital or a citation is none.
 *
 * @example
 * [...findFreeNames(readPage('consent from Brian Kowalski'))] //=> [{ type: 'possible-name', start: 13, end: 27 }]
 */
export function* findFreeNames({ text, beginnings }: Page): Generator<Candidate> {
  for (const { whole, start } of runs(text, beginnings)) {
    const words = whole.split(' ');
    const isClinical = words.map(isClinicalWord);
    let from = 0;
    for (let at = 0; at < words.length - 1; at += 1) {
      from = at === 0 ? 0 : from + (words[at - 1]?.length ?? 0) + 1;
      // Most runs are of words of the field, and to look at two of them is enough.
      if (isClinical[at] || isClinical[at + 1]) continue;
      const length = nameLength(whole.slice(from));
      const name = whole.slice(from, from + length);
      const isFirst = at === 0 && startsSentence(text, start);
      if (!isPersonName(name.split(' '), isFirst)) continue;
      const end = start + from + length;
      if (
        clinicalTails.test(text.slice(end, end + 24)) ||
        places.test(text.slice(0, start + from).slice(-16))
      )
        break;
      yield { type: 'possible-name', start: start + from, end };
      break;
    }
  }
}

function isPersonName([first = '', ...others]: string[], isFirst: boolean): boolean {
  const rest = others.filter((word) => word.length > 2 && /^\p{Lu}/u.test(word));
  const second = rest[0];
  if (!second || clinicalWords.has(first.toLowerCase())) return false;
  const all = [first, ...others];
  if (all.some((word, at) => eponymPairs.has(`${all[at - 1]}-${word}`.toLowerCase()))) return false;
  const isCapitals = /^\p{Lu}{2}/u.test(first);
  if (isCapitals !== /^\p{Lu}{2}/u.test(second)) return false;
  // In capitals abbreviations abound, so both must be in the lists.
  if (isCapitals) return first.length > 3 && isGivenName(first) && rest.some(isSurname);
  if (isGivenName(first) || isRomanisedName(first, second)) return true;
  if (isWordName(first)) return !(isFirst && openers.test(first)) && rest.some(isSurname);
  // A given name that no list holds, before a surname that is no word.
  if (isStrongSurname(second) && first.length > 3) return !(isFirst && others.length === 1);
  return isSurname(first) && isGivenName(second) && !isSurname(second);
}

function startsSentence(text: string, start: number): boolean {
  return /(?:^|[.!?:\n]\s{0,2})$/.test(text.slice(Math.max(0, start - 3), start));
}
