import { eachMatch } from '../each-match.ts';
import type { Candidate } from '../finding.ts';
import { clinicalTails, clinicalWords } from '../names/clinical-words.ts';
import { isGivenName, isSurname, isWordName } from '../names/is-name.ts';
import {
  before,
  behind,
  capitalised,
  capitals,
  initial,
  particle,
  perhapsCapital,
} from '../names/name-tokens.ts';
import type { Page } from '../page.ts';
import { nameLength } from './trim-name.ts';

const run = `(?<value>(?:${initial} ?){0,2}(?:${capitalised}|${capitals})(?:,? (?:(?:${particle} ){0,2}(?:${capitalised}|${capitals})|${initial})${behind}){0,3})${behind}`;

/** What is named here is no person. */
const things =
  '(?<!(?:trade|brand|generic|drug|gene|file|user|product|common|chemical|scientific|variable|hospital|study|trial|protocol|group|regimen|domain|host|folder|test|event|board|channel|team|code|column|field|other|under the|probe|antibody|assay|company|device) )';
const named = new RegExp(
  String.raw`(?=[Nn]ame|NAME)(?<![\p{L}\d])${things}(?:[Nn]ames?|NAMES?)(?:'s)? ?(?<sign>(?:is|was|[:=-]) ?)?${run}`,
  'gu',
);
const patient = new RegExp(
  String.raw`(?=[Pp]at|PAT|[Pp]t|PT|[Cc]lie|[Dd]ece|[Pp]rob|[Cc]hil|[Bb]oy|[Gg]irl|[Bb]aby)(?<![\p{L}\d-])(?:[Pp]atient|PATIENT|[Pp]t|PT|[Pp]at\.|[Cc]lient|[Dd]eceased|[Pp]roband|[Cc]hild|[Bb]oy|[Gg]irl|[Bb]aby)(?:'s)? ?(?<sign>(?:is|was|named|called|[:=,-]) ?)?${run}`,
  'gu',
);
const smallName =
  /(?=pat|pt|nam)(?<![\p{L}\d-])(?:(?:patient|pt|patient's name|pt name|name)(?:'s)?(?: is| was| named| called|:)?) (?<value>\p{Ll}{3,24}(?: \p{Ll}{2,24})?)(?![\p{L}\d])/gu;
const initialled = new RegExp(
  String.raw`(?=[Cc]ase|[Pp]atient|[Pp]t|[Rr]e|[Nn]ame)(?<![\p{L}\d])(?:[Cc]ase|[Pp]atient|[Pp]t|[Rr]e|[Nn]ame)(?: ?[:#-])? (?<value>\p{Lu}\.(?: ?\p{Lu}\.)? ?${capitalised})${behind}`,
  'gu',
);
/** WILSON, GRACE; HARRINGTON, Louise; Whitcombe, Arthur */
const reversed = new RegExp(
  `${perhapsCapital}(?=[^ ,]{2,160}, [^ a-z\\d])${before}(?<surname>${capitals}|${capitalised}), (?<given>${capitalised}|${capitals})${behind}`,
  'gu',
);

const isListed = (word: string) => isGivenName(word) || isSurname(word);

/**
 * Names that the words around them say are somebody's: behind "name" or "patient", or with the surname first.
 *
 * @example
 * [...findNamedPatients(readPage('Pt name: Daniel Reyes'))] //=> [{ type: 'name', start: 9, end: 21 }]
 */
export function* findNamedPatients({ text }: Page): Generator<Candidate> {
  for (const pattern of [named, patient]) {
    for (const { value, start, groups } of eachMatch(pattern, text)) {
      const length = nameLength(value);
      const words = value
        .slice(0, length)
        .split(/,? /)
        .filter((word) => word.length > 1);
      if (words.length === 0 || clinicalTails.test(text.slice(start + length, start + length + 24))) continue;
      // A sign between makes a name of two words that no list holds; without one a word must be in the lists.
      const isSigned =
        pattern === named ? groups.sign && words.length > 1 : /named|called/.test(groups.sign ?? '');
      const isLabelledPair =
        pattern === patient && /[:=]/.test(groups.sign ?? '') && words.length > 1 && words.length < 4;
      if (isSigned || isLabelledPair || words.some(isListed))
        yield { type: 'name', start, end: start + length };
    }
  }
  for (const { value, start } of eachMatch(smallName, text)) {
    const [first = '', second = ''] = value.split(' ');
    if (first.length < 4 || clinicalWords.has(first) || !isGivenName(first)) continue;
    yield { type: 'name', start, end: start + (isSurname(second) ? value.length : first.length) };
  }
  for (const { value, start, end } of eachMatch(initialled, text)) {
    if (!clinicalTails.test(text.slice(end, end + 24)) && nameLength(value) === value.length)
      yield { type: 'name', start, end };
  }
  yield* findReversed(text);
}

function* findReversed(text: string): Generator<Candidate> {
  for (const { start, end, groups } of eachMatch(reversed, text)) {
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
