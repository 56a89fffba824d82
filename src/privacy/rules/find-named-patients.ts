import { atCapitals } from '../at-capitals.ts';
import { atWords } from '../at-words.ts';
import type { Beginnings } from '../beginnings.ts';
import type { Candidate } from '../finding.ts';
import { clinicalTails, clinicalWords } from '../names/clinical-words.ts';
import { isCommonWord } from '../names/is-common-word.ts';
import { isGivenName, isSurname, isWordName } from '../names/is-name.ts';
import { before, behind, capitalised, capitals, initial, particle } from '../names/name-tokens.ts';
import type { Page } from '../page.ts';
import { nameLength } from './trim-name.ts';

const run = `(?<value>(?:${initial} ?){0,2}(?:${capitalised}|${capitals})(?:,? (?:(?:${particle} ){0,2}(?:${capitalised}|${capitals})|${initial})${behind}){0,3})${behind}`;

/** What is named here is no person. */
const things =
  '(?<!(?:trade|brand|generic|drug|gene|file|user|product|common|chemical|scientific|variable|hospital|study|trial|protocol|group|regimen|domain|host|folder|test|event|board|channel|team|code|column|field|other|under the|probe|antibody|assay|company|device) )';
const named = atWords(
  new RegExp(
    String.raw`(?=Nam|nam|NAM|Sur|sur|SUR|For|for|FOR)(?<![\p{L}\d])${things}(?:[Nn]ames?|NAMES?|[Ss]urname|SURNAME|[Ff]orenames?|FORENAMES?)(?:'s)? ?(?<sign>(?:is|was|[:=-]) ?)?${run}`,
    'gu',
  ),
);
const patient = atWords(
  new RegExp(
    String.raw`(?=Pat|pat|PAT|Pt|pt|PT|Cli|cli|Dec|dec|Pro|pro|Chi|chi|Boy|boy|Gir|gir|Bab|bab)(?<![\p{L}\d-])(?:[Pp]atient|PATIENT|[Pp]t|PT|[Pp]at\.|[Cc]lient|[Dd]eceased|[Pp]roband|[Cc]hild|[Bb]oy|[Gg]irl|[Bb]aby)(?:'s)? ?(?<sign>(?:is|was|named|called|[:=,-]) ?)?${run}`,
    'gu',
  ),
);
const smallName = atWords(
  /(?=pat|pt|nam)(?<![\p{L}\d-])(?:(?:patient|pt|patient's name|pt name|name)(?:'s)?(?: is| was| named| called|:)?) (?<value>\p{Ll}{3,24}(?: \p{Ll}{2,24})?)(?![\p{L}\d])/gu,
);
const initialled = atWords(
  new RegExp(
    String.raw`(?=Cas|cas|Pat|pat|Pt|pt|Re|re|Nam|nam)(?<![\p{L}\d])(?:[Cc]ase|[Pp]atient|[Pp]t|[Rr]e|[Nn]ame)(?: ?[:#-])? (?<value>\p{Lu}\.(?: ?\p{Lu}\.)? ?${capitalised})${behind}`,
    'gu',
  ),
);
/** WILSON, GRACE; HARRINGTON, Louise; Whitcombe, Arthur */
const reversed = atCapitals(
  new RegExp(
    `${before}(?=[^ ,]{2,160}, [^ a-z\\d])(?<surname>${capitals}|${capitalised}), (?<given>${capitalised}|${capitals})${behind}`,
    'gu',
  ),
);

/** Without its capital, "mcallister" has no form of its own. */
const isSmallSurname = (word: string) => isSurname(word) || /^(?:mc|o')\p{L}{4}/u.test(word);
const isListed = (word: string) => isGivenName(word) || isSurname(word);

/**
 * Names that the words around them say are somebody's: behind "name" or "patient", or with the surname first.
 *
 * @example
 * [...findNamedPatients(readPage('Pt name: Daniel Reyes'))] //=> [{ type: 'name', start: 9, end: 21 }]
 */
export function* findNamedPatients({ text, beginnings }: Page): Generator<Candidate> {
  for (const find of [named, patient]) {
    for (const { value, start, groups } of find(text, beginnings)) {
      const length = nameLength(value);
      const words = value
        .slice(0, length)
        .split(/,? /)
        .filter((word) => word.length > 1);
      if (words.length === 0 || clinicalTails.test(text.slice(start + length, start + length + 24))) continue;
      // A sign between makes a name of two words that no list holds; without one a word must be in the lists.
      const isSigned =
        find === named ? groups.sign && words.length > 1 : /named|called/.test(groups.sign ?? '');
      const isLabelledPair =
        find === patient && /[:=]/.test(groups.sign ?? '') && words.length > 1 && words.length < 4;
      const isLabelledOne =
        find === named &&
        groups.sign?.startsWith(':') &&
        words.every((word) => !isCommonWord(word) && /^\p{Lu}\p{Ll}/u.test(word)) &&
        /(?:^|[\n.;(]|pt|patient)(?:'s)? ?\p{L}{4,8}: $/iu.test(text.slice(Math.max(0, start - 24), start));
      // "Pt, NED" is without evidence of disease.
      const isAbbreviated = words.length === 1 && /^\p{Lu}{2,3}$/u.test(words[0] ?? '');
      if (isSigned || isLabelledPair || isLabelledOne || (!isAbbreviated && words.some(isListed)))
        yield { type: 'name', start, end: start + length };
    }
  }
  for (const { value, start } of smallName(text, beginnings)) {
    const [first = '', second = ''] = value.split(' ');
    if (first.length < 4 || clinicalWords.has(first) || !isGivenName(first)) continue;
    yield { type: 'name', start, end: start + (isSmallSurname(second) ? value.length : first.length) };
  }
  for (const { value, start, end } of initialled(text, beginnings)) {
    if (!clinicalTails.test(text.slice(end, end + 24)) && nameLength(value) === value.length)
      yield { type: 'name', start, end };
  }
  yield* findReversed(text, beginnings);
}

function* findReversed(text: string, beginnings: Beginnings): Generator<Candidate> {
  for (const { start, end, groups } of reversed(text, beginnings)) {
    const { surname = '', given = '' } = groups;
    if (clinicalWords.has(surname.toLowerCase()) || clinicalWords.has(given.toLowerCase())) continue;
    const isCapitals = /^[\p{Lu}'-]{4,}$/u.test(surname);
    const isListOfAuthors =
      /^(?:, (?=\p{Lu})| and| &| et al| (?:19|20)\d\d)/u.test(text.slice(end)) && !isCapitals;
    if (isListOfAuthors || clinicalTails.test(text.slice(end, end + 24))) continue;
    if (
      isCapitals
        ? isGivenName(given) || (isWordName(given) && isSurname(surname))
        : isGivenName(given) && startsEntry(text, start)
    )
      yield { type: 'name', start, end };
  }
}

/** "Boston, Maria agreed": in mixed case the pair must begin an entry. */
function startsEntry(text: string, start: number): boolean {
  return /(?:^|[\n:;(\d.-] ?)$/.test(text.slice(Math.max(0, start - 2), start));
}
