import type { FieldWord, QuestionWords } from '../../../knowledge/question-schema.ts';
import { normaliseQuestion } from './normalise-question.ts';
import { stemWord } from './stem-word.ts';

export interface Phrase {
  /** How its words are compared: an abbreviation as it is spelled ("FUS" is not "fused"), all else by the stem. */
  by: 'stem' | 'spelled';
  parts: readonly string[];
  /** Its first word as it is spelled: of two terms with one stem, the one that is typed goes before ("patients"). */
  first: string;
  word: FieldWord;
  /** What stands for the word in an index. */
  token: string;
  /** As the vocabulary writes it. */
  term: string;
  /** "WHO" is the organisation, "who" is nobody. */
  inCapitals: boolean;
}

/** The words of the field, made ready for reading. */
export interface FieldLexicon {
  words: ReadonlyMap<string, FieldWord>;
  /** By their first part, longest first. */
  phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** The single words that terms are made of, as they are spelled. */
  spelled: ReadonlySet<string>;
  everyday: ReadonlySet<string>;
  everydayStems: ReadonlySet<string>;
  ignored: ReadonlySet<string>;
  fold(word: string): string;
}

/** Most terms are words and no more: these are quick to take apart. */
const lettersAlone = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

/**
 * The words of the field as a table that text can be read with.
 *
 * @example
 * fieldLexicon(knowledge.questionWords).fold('tumour') //=> 'tumor'
 */
export function fieldLexicon({ words, spelling, everyday, ignored }: QuestionWords): FieldLexicon {
  const british = Object.entries(spelling);
  const anyBritish = new RegExp(british.map(([from]) => from).join('|'));
  const fold = (word: string) =>
    anyBritish.test(word) ? british.reduce((folded, [from, to]) => folded.replaceAll(from, to), word) : word;
  const everydayWords = new Set(everyday);
  const phrases = new Map<string, Phrase[]>();
  const spelled = new Set<string>();
  for (const word of words) {
    const token = `@${word.id}`;
    for (const term of word.terms) {
      const typed = lettersAlone.test(term) ? term.split(' ') : wordsOf(normaliseQuestion(term));
      const parts = typed.map((part) => fold(part.toLowerCase()));
      for (const part of parts) spelled.add(part);
      const by = /^[A-Z0-9]{2,5}$/.test(term) ? 'spelled' : 'stem';
      const compared = by === 'stem' ? parts.map(stemWord) : parts;
      const first = compared[0];
      if (first === undefined) continue;
      const inCapitals = /^[A-Z]+$/.test(term) && everydayWords.has(term.toLowerCase());
      const phrase: Phrase = { by, parts: compared, first: parts[0] ?? first, word, token, term, inCapitals };
      const sameStart = phrases.get(first);
      if (sameStart) sameStart.push(phrase);
      else phrases.set(first, [phrase]);
    }
  }
  for (const list of phrases.values())
    if (list.length > 1) list.sort((a, b) => b.parts.length - a.parts.length);
  return {
    words: new Map(words.map((word) => [word.id, word])),
    phrases,
    spelled,
    everyday: everydayWords,
    everydayStems: new Set(everyday.map(stemWord)),
    ignored: new Set(ignored),
    fold,
  };
}

/**
 * The words of a normalised text in their order: letters and digits, decimals and the percent sign.
 *
 * @example
 * wordsOf('7.2 cm, 5%') //=> ['7.2', 'cm', '5', '%']
 */
function wordsOf(text: string): string[] {
  return text.match(/\d+\.\d+|[\p{L}\p{M}\p{N}]+|%/gu) ?? [];
}
