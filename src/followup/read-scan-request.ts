import { UserError } from '../errors.ts';
import { checkedDate } from './calendar-date.ts';
import { checkedReference } from './checked-reference.ts';
import { CLOSING_REASONS, REOPENING_REASONS, reasonInWords } from './closing-reasons.ts';
import { CONTACT_WAYS, TERMINAL_STATES } from './follow-up.ts';
import { mentioned, readPart } from './read-typed-part.ts';
import { typedWords } from './typed-words.ts';
import { type UnreadWord, unreadWord } from './unread-word.ts';

/** Which scan is meant: its case, and as much else as tells it from the others of the case. */
export interface ScanChoice {
  caseCode: string;
  modality?: string;
  bodySite?: string;
  /** The target date of one date of a series. */
  scanOn?: string;
}

/** What else was typed, by what it is. */
export interface ScanFacts {
  examOn?: string;
  reportReference?: string;
  reviewedBy?: string;
  proof?: string;
  witness?: string;
  untilOn?: string;
  toOn?: string;
  on?: string;
  ownerId?: string;
  backupId?: string;
  state?: string;
  reason?: string;
  way?: string;
  /** `all`: every open date of the follow-up. */
  scope?: string;
}

type Named = ScanFacts & Pick<ScanChoice, 'scanOn'>;
type Keyword = { [Field in keyof Named]-?: { field: Field; read(word: string): string } }[keyof Named];

const date = <Field extends keyof Named>(field: Field, named: string) => ({
  field,
  read: (word: string) => checkedDate(word, named),
});
const person = <Field extends keyof Named>(field: Field, role: string) => ({
  field,
  read: (word: string) => mentioned(word, role),
});
const reference = <Field extends keyof Named>(field: Field, named: string) => ({
  field,
  read: (word: string) => checkedReference(word, named),
});

const byKeyword: Readonly<Record<string, Keyword>> = {
  exam: date('examOn', 'the exam date'),
  report: reference('reportReference', 'the report reference'),
  reviewer: person('reviewedBy', 'reviewer'),
  proof: reference('proof', 'the proof'),
  witness: person('witness', 'witness'),
  until: date('untilOn', 'the end of the snooze'),
  to: date('toOn', 'the new date'),
  on: date('on', 'the day'),
  owner: person('ownerId', 'owner'),
  backup: person('backupId', 'backup'),
  scan: date('scanOn', 'the date of the scan'),
};

const lists: readonly [keyof ScanFacts, readonly string[]][] = [
  ['state', TERMINAL_STATES],
  ['reason', [...Object.values(CLOSING_REASONS).flat(), ...REOPENING_REASONS]],
  ['way', CONTACT_WAYS],
  ['scope', ['all']],
];

/** Longer phrases first, each with how it is kept; states may be written with spaces, reasons as people read them. */
const phrases = lists
  .flatMap(([field, kept]) =>
    kept.flatMap((one) =>
      [...new Set([one, reasonInWords(one)])].map((text) => ({
        field,
        kept: one,
        words: text.split(/[- ]/),
      })),
    ),
  )
  .sort((a, b) => b.words.length - a.words.length);

const fillers = new Set(['as', 'because', 'by']);

/**
 * Reads what is typed of one scan that is kept, as `CASE-12 CT exam 2027-02-20 report RPT-1 reviewer <@U3>`; `takes`
 * are the facts that fit what is being done, `advice` what to say where a word does not. Throws a `UserError` for what it does not know (by its place, never
 * repeated), for what does not fit, for a part given twice, and when there is no case code.
 *
 * @example
 * readScanRequest('CASE-12 until 2027-03-01', ['untilOn'])
 * //=> { choice: { caseCode: 'CASE-12' }, facts: { untilOn: '2027-03-01' } }
 */
export function readScanRequest(
  text: string,
  takes: readonly (keyof ScanFacts)[],
  advice: string | null = null,
): { choice: ScanChoice; facts: ScanFacts } {
  const words = typedWords(text);
  const given = new Map<string, string>();
  const keep = (field: string, value: string) => {
    if (given.has(field)) throw new UserError(`Nothing was changed. ${givenTwice(field)}`);
    given.set(field, value);
  };
  let behind = '';
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? '';
    const part =
      readNamed(words.slice(at, at + 8), { place: at + 1, takes, given, advice }) ??
      readScanPart(words.slice(at, at + 6), given.get('modality'));
    if (part === null) throw unreadWord({ word, place: at + 1, behind, given, takes, advice });
    for (const [field, value] of Object.entries(part.given)) keep(field, value);
    behind = word.toLowerCase();
    at += part.words;
  }
  const { caseCode, modality, bodySite, scanOn, ...facts } = Object.fromEntries(
    given,
  ) as Partial<ScanChoice> & ScanFacts;
  if (caseCode === undefined) {
    throw new UserError(
      'The case code is missing. Write letters, a hyphen and up to six digits, as `CASE-12`.',
    );
  }
  // Each reason belongs to one state, so that "close CASE-12 duplicate" says enough.
  const [state] = Object.entries(CLOSING_REASONS).find(([, reasons]) => isOneOf(reasons, facts.reason)) ?? [];
  const stated = facts.state === undefined && state !== undefined ? { ...facts, state } : facts;
  return { choice: { caseCode, modality, bodySite, scanOn }, facts: stated };
}

function givenTwice(field: string): string {
  return field === 'caseCode'
    ? 'A case code is given twice. Write one command for each case.'
    : 'One part is given twice. Write each once.';
}

const isOneOf = (words: readonly string[], word: string | undefined) => words.some((one) => one === word);

interface Part {
  given: Record<string, string>;
  words: number;
}

function readNamed(
  words: readonly string[],
  { place, takes, given, advice }: Omit<UnreadWord, 'word' | 'behind'>,
): Part | null {
  const [first = '', second = ''] = words.map((word) => word.toLowerCase());
  // "close CASE-12 because" is no wish for the dialog: it is told what to write.
  const breaksOff = words.length === 1 && takes.includes('state') && !given.has('state');
  if (fillers.has(first) && !breaksOff) return { given: {}, words: 1 };
  const phrase = phrases.find(
    (one) =>
      takes.includes(one.field) &&
      one.words.join(' ') === joined(words.slice(0, one.words.length), one.words),
  );
  if (phrase) return { given: { [phrase.field]: phrase.kept }, words: spoken(words, phrase.words) };
  // Of a scan done elsewhere the report is its proof, whichever word is written for it.
  const word = first === 'report' && !takes.includes('reportReference') ? 'proof' : first;
  const keyword = Object.hasOwn(byKeyword, word) ? byKeyword[word] : undefined;
  if (!keyword) return null;
  if (keyword.field !== 'scanOn' && !takes.includes(keyword.field)) {
    throw new UserError(
      `Nothing was changed. Word ${place}, \`${first}\`, does not belong here. ${advice ?? 'Leave it out.'}`,
    );
  }
  // A keyword's own word, not its lower-case form: references keep their letters.
  return { given: { [keyword.field]: keyword.read(second === '' ? '' : (words[1] ?? '')) }, words: 2 };
}

/** The first words as the phrase is spelled, whether they were written with hyphens or with spaces. */
function joined(words: readonly string[], wanted: readonly string[]): string {
  return words
    .flatMap((word) => word.toLowerCase().split('-'))
    .slice(0, wanted.length)
    .join(' ');
}

function spoken(words: readonly string[], wanted: readonly string[]): number {
  let heard = 0;
  return (
    words.findIndex((word) => {
      heard += word.split('-').length;
      return heard >= wanted.length;
    }) + 1
  );
}

function readScanPart(words: readonly string[], modalityBefore: string | undefined): Part | null {
  const part = readPart(words, modalityBefore === undefined ? {} : { modality: modalityBefore });
  if (part === null) return null;
  const { caseCode, modality, bodySite } = part.given;
  if (caseCode !== undefined) return { given: { caseCode }, words: part.words };
  if (modality !== undefined) return { given: { modality }, words: part.words };
  return bodySite === undefined ? null : { given: { bodySite }, words: part.words };
}
