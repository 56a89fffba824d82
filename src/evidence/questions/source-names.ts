import type { Source } from '../../../knowledge/schema.ts';
import { analyseText, type WordsRead } from './analyse-text.ts';
import type { FieldLexicon } from './field-lexicon.ts';

/**
 * The names by which sources are called, as tokens: authors and studies, without years and words of the field.
 *
 * @example
 * sourceNames(knowledge.sources.values(), lexicon).has('strianes') //=> true
 */
export function sourceNames(
  sources: Iterable<Pick<Source, 'label'>>,
  lexicon: FieldLexicon,
  wordsRead: WordsRead = new Map(),
): ReadonlySet<string> {
  const terms = [...sources].flatMap(({ label }) => analyseText(label, lexicon, undefined, wordsRead));
  const names = terms.filter(({ kind, token }) => kind === 'word' && !lexicon.everydayStems.has(token));
  return new Set(names.map(({ token }) => token));
}
