import { atCapitals } from '../at-capitals.ts';
import type { Candidate } from '../finding.ts';
import { clinicalTails, eponyms } from '../names/clinical-words.ts';
import { isCommonWord } from '../names/is-common-word.ts';
import { before, behind, capitalised, capitals, particle } from '../names/name-tokens.ts';
import type { Page } from '../page.ts';
import { announcesPerson } from './announces-person.ts';
import { personInRun } from './person-in-run.ts';
import {
  saidOfNobodyElse,
  saidOfPairs,
  saidOfPatients,
  saidOfPeople,
  saidOfPeopleAbroad,
  saidOfRelatives,
} from './said-of-patients.ts';

const word = `(?:(?:(?:[Aa]l|[Ee]l|ad|as|ar|an|ul)-)?(?:${capitalised})|${capitals})${behind}`;
const initials = String.raw`\p{Lu}(?:\.[ -]?\p{Lu}){0,2}\.? ?`;
const runs = atCapitals(
  new RegExp(
    `${before}(?:${initials}(?=\\p{Lu}\\p{Ll}))?${word}(?: (?:${particle} ){0,2}${word}){0,5}`,
    'gu',
  ),
);
/** What the patterns of what is said begin with; a name may end the text where it is announced. */
const goesOn = /^[ ,'(:._[?!;\n-]?$/;
/** "Quillfeather, O." and "Quillfeather, Ondrea" */
const givenBehind = new RegExp(
  `^(?:,? \\p{Lu}\\.?(?: ?\\p{Lu}\\.)?(?![\\p{L}\\d'])|, (?<given>${capitalised})${behind})(?!,? (?:et al|and (?:\\p{Lu}|colleagues)|& |\\(?(?:19|20)\\d\\d)|, \\p{Lu}\\p{Ll}+ \\p{Lu})`,
  'u',
);

/**
 * Names that no list need hold, since what stands before or behind them is said of patients: "listed for", "blocks
 * for", an age. Two words or an initial; of one word alone only "X's mother", or where no sentence begins.
 *
 * @example
 * [...findUnlistedNames(readPage('Ondrea Quillfeather is listed for VATS'))]
 * //=> [{ type: 'possible-name', start: 0, end: 19 }]
 */
export function* findUnlistedNames({ text, lower, beginnings }: Page): Generator<Candidate> {
  for (const { whole, start: runAt } of runs(text, beginnings)) {
    // Most runs are of one word of the field.
    if (!whole.includes(' ') && (/^\p{Lu}{2}[^.]*$/u.test(whole) || isCommonWord(whole))) continue;
    const person = personInRun(whole);
    if (!person) continue;
    const [start, end] = [runAt + person.start, runAt + person.end];
    if (!person.isPair && eponyms.has(lower.slice(start, end))) continue;
    if (!goesOn.test(text.charAt(end)) || clinicalTails.test(text.slice(end, end + 24))) continue;
    const [ahead, back] = [lower.slice(end, end + 60), lower.slice(Math.max(0, start - 40), start)];
    const isPatient = person.isPair
      ? saidOfPatients.test(ahead) ||
        saidOfPairs.test(ahead) ||
        announcesPerson.test(back) ||
        (person.isListed && saidOfPeople.test(ahead)) ||
        ((person.isListed || person.isInitialled) && saidOfPeopleAbroad.test(ahead))
      : !/\p{Lu}{2} $/u.test(text.slice(Math.max(0, start - 3), start)) &&
        isSinglePatient(person.isListed, ahead, back);
    if (isPatient || saidOfRelatives.test(ahead)) yield { type: 'possible-name', start, end };
    const length = person.isPair ? 0 : givenLength(text.slice(end, end + 60), ahead, back);
    if (length > 0) yield { type: 'possible-name', start, end: end + length };
  }
}

/** One word that no list holds may begin a sentence as any other. */
function isSinglePatient(isListed: boolean, ahead: string, back: string): boolean {
  return saidOfNobodyElse.test(ahead) || ((isListed || !startsSentence(back)) && saidOfPatients.test(ahead));
}

/** How long the given name or the initials are that a surname has behind it, where they are a patient's. */
function givenLength(text: string, ahead: string, back: string): number {
  const match = givenBehind.exec(text);
  if (!match) return 0;
  const { 0: written, groups } = match;
  if (groups?.given !== undefined && isCommonWord(groups.given)) return 0;
  const rest = ahead.slice(written.length);
  const isPatient = saidOfPatients.test(rest) || saidOfPairs.test(rest) || announcesPerson.test(back);
  return isPatient ? written.length : 0;
}

function startsSentence(back: string): boolean {
  return /(?:^|[.!?:;\n(]\s{0,2}|\p{L}\. ?|[-*•|>] ?|\d[.)] ?)$/u.test(back);
}
