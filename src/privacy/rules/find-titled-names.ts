import { atWords } from '../at-words.ts';
import type { Beginnings } from '../beginnings.ts';
import type { Candidate } from '../finding.ts';
import { clinicalTails, clinicalWords } from '../names/clinical-words.ts';
import { isCommonWord } from '../names/is-common-word.ts';
import { isGivenName, isSurname } from '../names/is-name.ts';
import { behind, capitalised, capitals, initial, particle } from '../names/name-tokens.ts';
import type { Page } from '../page.ts';
import { nameLength } from './trim-name.ts';

const run = `(?<value>(?:${initial} ?){0,2}(?:${particle} ){0,2}(?:${capitalised}|${capitals})(?: (?:(?:${particle} ){0,2}(?:${capitalised}|${capitals})|${initial})${behind}){0,3})${behind}`;
const civil = atWords(
  new RegExp(
    String.raw`(?=Mr|Ms|Mis|Mx|Mas|Mme|Mll|Mad|Mon|Fra|Her|Se|Sra|Sig|Smt|Shr)(?<![\p{L}\d])(?:Mr|Mrs|Ms|Miss|Mx|Mstr|Master|Mme|Mlle|Madame|Madam|Monsieur|Frau|Herrn?|Señora?|Sra|Signora?|Smt|Shri)(?:\. ?| )${run}`,
    'gu',
  ),
);
const clinician = atWords(
  new RegExp(String.raw`(?=Dr|Doc|Pro)(?<![\p{L}\d])(?:Dr|Prof|Professor|Doctor)(?:\. ?| )${run}`, 'gu'),
);
const smallWithParticle = atWords(
  new RegExp(
    String.raw`(?=mr|mis|ms)(?<![\p{L}\d])(?:mrs?|ms|miss)(?:\. ?| )(?<value>(?:${particle} ){1,2}\p{Ll}{3,25})(?![\p{L}\d])`,
    'gu',
  ),
);
const small = atWords(
  /(?=mr|mis|ms|dr|prof)(?<![\p{L}\d])(?<title>mr|mrs|ms|miss|mstr|dr|prof)(?:\. ?| )(?<value>[\p{L}'-]{2,25}(?: [\p{L}'-]{2,25})?)(?![\p{L}\d])/gu,
);

/**
 * Names behind a title, with the title. Behind "Dr" or "Prof" it is more often a clinician's than a patient's, so it is only asked about.
 *
 * @example
 * findTitledNames(readPage('Mr John Whitaker is 54')).next().value //=> { type: 'name', start: 0, end: 16 }
 */
export function* findTitledNames({ text, lower, beginnings }: Page): Generator<Candidate> {
  for (const [find, type] of [
    [civil, 'name'],
    [clinician, 'possible-name'],
  ] as const) {
    for (const { value, start, end, whole } of find(text, beginnings)) {
      const length = nameLength(value);
      const isLoose = whole.startsWith('Master');
      if (length === 0 || (isLoose && !value.split(/[ -]/).some(isPersonal))) continue;
      if (type === 'possible-name' && clinicalTails.test(text.slice(start + length, start + length + 24)))
        continue;
      yield { type, start: end - whole.length, end: start + length };
    }
  }
  yield* findSmall(text, lower, beginnings);
}

/** "mr jones": in small letters only a word that is a name. */
function* findSmall(text: string, lower: string, beginnings: Beginnings): Generator<Candidate> {
  for (const { value, start, end, whole } of smallWithParticle(text, beginnings)) {
    const family = value.split(' ').at(-1) ?? '';
    const isName = isSurname(family) || value.split(' ').length > 2;
    if (isName && !clinicalWords.has(family))
      yield { type: 'name', start: end - whole.length, end: start + value.length };
  }
  for (const { value: written, start, end: matchEnd, whole, groups } of small(lower, beginnings)) {
    const value = written.replace(/'s(?= |$).*/, '');
    const titleAt = matchEnd - whole.length;
    const isCapitals = /\p{Lu}{2}/u.test(text.slice(titleAt, start));
    const isSmall = !/\p{Lu}/u.test(text.charAt(start));
    // "MR white matter" is an image.
    if (isCapitals && isSmall) continue;
    const [first = '', second = ''] = value.split(' ');
    // Only "mrs", "Mr" and "Ms" are nothing else; "mr" is a picture and "ms" a time.
    const isSure = groups.title === 'mrs' || /^(?:Mr|Ms)(?!\p{Lu})/u.test(text.slice(titleAt, start));
    const isUnlisted =
      isSmall && isSure && first.length > 3 && !isCommonWord(first) && !/(?:ed|ly)$/.test(first);
    const isListed = isSmall ? isSurname(first) && first.length > 3 : isPersonal(first);
    if (clinicalWords.has(first) || !(isListed || isUnlisted)) continue;
    const isDoctor = groups.title === 'dr' || groups.title === 'prof';
    const end = start + (isSurname(second) && second.length > 3 ? value.length : first.length);
    if (isDoctor && clinicalTails.test(text.slice(end, end + 24))) continue;
    yield { type: isDoctor ? 'possible-name' : 'name', start: titleAt, end };
  }
}

function isPersonal(word: string): boolean {
  return isSurname(word) || isGivenName(word);
}
