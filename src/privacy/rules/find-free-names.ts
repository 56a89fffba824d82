import { eachMatch } from '../each-match.ts';
import type { Candidate } from '../finding.ts';
import { clinicalTails, clinicalWords, eponymPairs } from '../names/clinical-words.ts';
import { isGivenName, isSurname, isWordName } from '../names/is-name.ts';
import { before, behind, capitalised, capitals, particle } from '../names/name-tokens.ts';
import type { Page } from '../page.ts';
import { nameLength } from './trim-name.ts';

const token = String.raw`(?:(?:${capitalised}|${capitals})${behind}|\p{Lu}\.)`;
const runs = new RegExp(`${before}${token}(?: (?:${particle} ){0,2}${token}){1,5}`, 'gu');

/** Words that begin a sentence, and would be given names elsewhere. */
const openers =
  /^(?:will|may|can|mark|grant|hope|could|said|does|are|even|given|among|come|wait|along|art|chance|faith|grace|sage|bless|promise|honor|price|will|alone|bill|sue|drew|chase|pierce|gene|penny|guy|dose|line|case|max|page|ray|rose|summer|autumn|april|june|july|august|spring)$/i;

/**
 * Given names with a surname, in either order, that nothing around them announces: only the lists tell. An eponym, a
 * hospital or a citation is none.
 *
 * @example
 * [...findFreeNames(readPage('consent from Brian Kowalski'))] //=> [{ type: 'possible-name', start: 13, end: 27 }]
 */
export function* findFreeNames({ text }: Page): Generator<Candidate> {
  for (const { whole, start } of eachMatch(runs, text)) {
    const words = [...whole.matchAll(/[^ ]+/g)].map(({ 0: word, index }) => ({ word, index }));
    for (let at = 0; at < words.length - 1; at += 1) {
      const from = words[at]?.index ?? 0;
      const length = nameLength(whole.slice(from));
      const name = whole.slice(from, from + length);
      const isFirst = at === 0 && startsSentence(text, start);
      if (!isPersonName(name.split(' '), isFirst)) continue;
      const end = start + from + length;
      if (clinicalTails.test(text.slice(end, end + 24))) break;
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
  if (isGivenName(first)) return true;
  if (isWordName(first)) return !(isFirst && openers.test(first)) && rest.some(isSurname);
  return isSurname(first) && isGivenName(second) && !isSurname(second);
}

function startsSentence(text: string, start: number): boolean {
  return /(?:^|[.!?:\n]\s{0,2})$/.test(text.slice(Math.max(0, start - 3), start));
}
