import type { FieldWord, WordKind } from '../../../knowledge/question-schema.ts';
import type { FieldLexicon, Phrase } from './field-lexicon.ts';
import { normaliseQuestion } from './normalise-question.ts';
import { stemWord } from './stem-word.ts';

export interface Term {
  /** `@radiotherapy` for a word of the field, otherwise a stem or a number. */
  token: string;
  kind: WordKind | 'word' | 'abbreviation' | 'number' | 'outside';
  word: FieldWord | null;
  /** The word of the field as the vocabulary writes it: safe to show, since nobody typed it. */
  named: string | null;
  /** The part of a compound question in which it stands, counted from 0. */
  part: number;
}

/** A longer text is cut there: nobody asks in that many words, and time must be bounded. */
const longestText = 1000;

const pieces = /\d+\.\d+|[\p{L}\p{M}\p{N}]+|%|[,;?&+]/gu;
const connectors: ReadonlySet<string> = new Set([
  'and',
  'or',
  '&',
  '+',
  'plus',
  'vs',
  'versus',
  ',',
  ';',
  '?',
]);
/** How a tumour, a disease, an operation or a drug is known that is no word of the field: so many letters, then this. */
const outsideEndings: readonly (readonly [letters: number, RegExp])[] = [
  [3, /(?:sarcoma|blastoma|carcinoma)s?$/],
  [2, /[^o]omas?$/u],
  [4, /emias?$/],
  [
    3,
    /(?:itis|osis|oses|pathy|pathies|penia|algia|plegia|ectomy|ectomies|otomy|ostomy|plasty|pexy|desis|scopy)$/,
  ],
  [3, /(?:nib|mab|platin|taxel|rubicin|cillin|mycin|azole|statin|ciclib|parib|limus|oxacin|profen)s?$/],
];

/**
 * What is typed so names something, as a gene, a tumour or a society; a numeral as "III" names nothing, and more than
 * five capitals without a figure are a word that is stressed.
 */
const abbreviation = /^(?![IVX]+$|\p{Lu}{6})\p{Lu}[\p{Lu}\d]{2,5}$/u;

interface ReadWord {
  spelled: string;
  stem: string;
  /** What it is where it is no part of a phrase. */
  as: 'divider' | 'nothing' | Term['kind'];
  /** What starts with it, longest first. */
  phrases: readonly Phrase[];
}

const noPhrases: readonly Phrase[] = [];

/** Words as they were read before, by how they were typed. */
export type WordsRead = Map<string, ReadWord>;

/**
 * A text as the terms that are looked for: words of the field (longest first), then stems, without what carries
 * nothing. `mend` may replace a mistyped word. Who reads many texts of one hand keeps the words in `wordsRead`.
 *
 * @example
 * analyseText('RT dose for IMT?', lexicon).map(({ token }) => token) //=> ['@radiation-dose', '@imt']
 */
export function analyseText(
  text: string,
  lexicon: FieldLexicon,
  mend: (word: string) => string = (word) => word,
  wordsRead: WordsRead = new Map(),
): Term[] {
  const typed = normaliseQuestion(text.slice(0, longestText)).match(pieces) ?? [];
  const shouted = !/\p{Ll}/u.test(text);
  const read = typed.map((piece) => {
    const known = wordsRead.get(piece);
    if (known) return known;
    const word = readWord(piece, lexicon, mend);
    wordsRead.set(piece, word);
    return word;
  });
  const terms: Term[] = [];
  let part = 0;
  for (let at = 0; at < read.length; ) {
    const found = phraseAt(read, at, shouted);
    const piece = read[at];
    if (found) {
      terms.push({
        token: found.token,
        kind: found.word.kind,
        word: found.word,
        named: found.term,
        part,
      });
      at += found.parts.length;
      continue;
    }
    at += 1;
    if (!piece) continue;
    if (piece.as === 'divider') part += 1;
    else if (piece.as !== 'nothing') {
      const kind = shouted && piece.as === 'abbreviation' ? 'word' : piece.as;
      terms.push({ token: piece.stem, kind, word: null, named: null, part });
    }
  }
  return terms;
}

function readWord(piece: string, lexicon: FieldLexicon, mend: (word: string) => string): ReadWord {
  const lower = piece.toLowerCase();
  const folded = lexicon.fold(lower);
  const abbreviated = lower !== piece && /^\p{Lu}{2,5}$/u.test(piece);
  const spelled = abbreviated ? folded : mend(folded);
  const stem = stemWord(spelled);
  const as = readAs(piece, spelled, lexicon);
  return { spelled, stem, as, phrases: phrasesFrom(piece, spelled, stem, lexicon) };
}

function phrasesFrom(
  piece: string,
  spelled: string,
  stem: string,
  { phrases }: FieldLexicon,
): readonly Phrase[] {
  const byStem = phrases.get(stem);
  const bySpelling = stem === spelled ? undefined : phrases.get(spelled);
  if (!byStem && !bySpelling) return noPhrases;
  const capital = piece === piece.toUpperCase();
  const starting = [...(byStem ?? noPhrases), ...(bySpelling ?? noPhrases)].filter(
    ({ by, parts, inCapitals }) => parts[0] === (by === 'stem' ? stem : spelled) && (capital || !inCapitals),
  );
  if (starting.length < 2) return starting;
  const asTyped = ({ first }: Phrase) => Number(first === spelled);
  return starting.sort((a, b) => b.parts.length - a.parts.length || asTyped(b) - asTyped(a));
}

function readAs(piece: string, spelled: string, { everyday, ignored }: FieldLexicon): ReadWord['as'] {
  if (connectors.has(spelled)) return 'divider';
  if (ignored.has(spelled)) return 'nothing';
  if (/^\d/.test(spelled)) return 'number';
  if (everyday.has(spelled)) return 'word';
  if (endsAsOutside(spelled)) return 'outside';
  return abbreviation.test(piece) ? 'abbreviation' : 'word';
}

// Not one expression: that of all endings with the letters before them takes 15 ms to be made ready.
function endsAsOutside(spelled: string): boolean {
  return outsideEndings.some(([letters, ending]) => {
    const at = spelled.search(ending);
    if (at < 0) return false;
    const before = [...spelled.slice(0, at)].slice(-letters);
    return before.length === letters && before.every((letter) => /\p{L}/u.test(letter));
  });
}

function phraseAt(read: readonly ReadWord[], at: number, shouted: boolean): Phrase | undefined {
  const phrases = read[at]?.phrases ?? noPhrases;
  if (phrases.length === 0) return undefined;
  return phrases.find((phrase) => !(shouted && phrase.inCapitals) && goesOnAt(phrase, read, at));
}

/** Its first word is there already. */
function goesOnAt({ by, parts }: Phrase, read: readonly ReadWord[], at: number): boolean {
  for (let ahead = 1; ahead < parts.length; ahead += 1)
    if (read[at + ahead]?.[by] !== parts[ahead]) return false;
  return true;
}
