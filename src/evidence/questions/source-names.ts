import type { PublishedCase, Source } from '../../../knowledge/schema.ts';
import { analyseText, type Term, type WordsRead } from './analyse-text.ts';
import type { FieldLexicon } from './field-lexicon.ts';

const typed: ReadonlySet<Term['kind']> = new Set(['word', 'abbreviation']);

/**
 * The names by which sources and published cases are called, as tokens: authors and studies, without years and words
 * of the field.
 *
 * @example
 * sourceNames(knowledge.sources.values(), lexicon).has('strianes') //=> true
 */
export function sourceNames(
  labelled: Iterable<Pick<Source | PublishedCase, 'label'>>,
  lexicon: FieldLexicon,
  wordsRead: WordsRead = new Map(),
): ReadonlySet<string> {
  const terms = [...labelled].flatMap(({ label }) => analyseText(label, lexicon, undefined, wordsRead));
  const isName = ({ kind, token }: Term) => typed.has(kind) && !lexicon.everydayStems.has(token);
  return new Set(terms.filter(isName).map(({ token }) => token));
}
