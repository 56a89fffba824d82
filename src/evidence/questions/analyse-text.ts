import type { FieldWord, WordKind } from '../../../knowledge/question-schema.ts';
import type { FieldLexicon, Phrase } from './field-lexicon.ts';
import { normaliseQuestion } from './normalise-question.ts';
import { stemWord } from './stem-word.ts';

export interface Term {
  /** `@radiotherapy` for a word of the field, otherwise a stem or a number. */
  token: string;
  kind: WordKind | 'word' | 'number' | 'outside';
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
const outsideByEnding =
  /(?:\p{L}{3,}(?:sarcoma|blastoma|carcinoma)|\p{L}{2,}[^o]oma|\p{L}{4,}emia|\p{L}{3,}(?:nib|mab|platin|taxel|rubicin|cillin|mycin|azole|statin|ciclib|parib|limus|prazole|oxacin|profen))s?$/u;

/**
 * A text as the terms that are looked for: words of the field (longest first), then stems, without what carries
 * nothing. `mend` may replace a mistyped word.
 *
 * @example
 * analyseText('RT dose for IMT?', lexicon).map(({ token }) => token) //=> ['@radiation-dose', '@imt']
 */
export function analyseText(
  text: string,
  lexicon: FieldLexicon,
  mend: (word: string) => string = (word) => word,
): Term[] {
  const typed = normaliseQuestion(text.slice(0, longestText)).match(pieces) ?? [];
  const shouted = !/\p{Ll}/u.test(text);
  const read = typed.map((piece) => {
    const folded = lexicon.fold(piece.toLowerCase());
    const mended = /^\p{Lu}{2,5}$/u.test(piece) ? folded : mend(folded);
    return { spelled: mended, stem: stemWord(mended), capital: !shouted && piece === piece.toUpperCase() };
  });
  const terms: Term[] = [];
  let part = 0;
  for (let at = 0; at < read.length; ) {
    const found = phraseAt(read, at, lexicon);
    const piece = read[at];
    if (found) {
      terms.push({
        token: `@${found.word.id}`,
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
    if (connectors.has(piece.spelled)) part += 1;
    else if (!/^[,;?&+]$/.test(piece.spelled) && !lexicon.ignored.has(piece.spelled)) {
      terms.push({ token: piece.stem, kind: kindOf(piece.spelled, lexicon), word: null, named: null, part });
    }
  }
  return terms;
}

type Read = { spelled: string; stem: string; capital: boolean };

function phraseAt(read: readonly Read[], at: number, lexicon: FieldLexicon): Phrase | undefined {
  const first = read[at];
  if (!first) return undefined;
  const here = lexicon.phrases.get(first.stem);
  const spelled = first.spelled === first.stem ? undefined : lexicon.phrases.get(first.spelled);
  let longest: Phrase | undefined;
  for (const phrases of [here, spelled]) {
    for (const phrase of phrases ?? []) {
      if (longest && longest.parts.length >= phrase.parts.length) break;
      if (standsAt(phrase, read, at)) longest = phrase;
    }
  }
  return longest;
}

function standsAt({ by, parts, inCapitals }: Phrase, read: readonly Read[], at: number): boolean {
  if (inCapitals && !read[at]?.capital) return false;
  return parts.every((part, ahead) => read[at + ahead]?.[by] === part);
}

function kindOf(spelled: string, lexicon: FieldLexicon): Term['kind'] {
  if (/^\d/.test(spelled)) return 'number';
  if (!lexicon.everyday.has(spelled) && outsideByEnding.test(spelled)) return 'outside';
  return 'word';
}
