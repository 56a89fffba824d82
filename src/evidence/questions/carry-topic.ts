import { analyseText, type Term } from './analyse-text.ts';
import { isNamed } from './is-named.ts';
import type { QuestionIndex } from './question-index.ts';

const opening = /^\s*(and|or|but|also|then|what about|how about|what of)\b[\s,]*/i;
const pointing = /\b(it|its|that|this|they|them|their|there|those|these|same)\b/i;
/** Who asks for another treatment means it in place of the one before. */
const groups: Partial<Record<Term['kind'], string>> = { modality: 'treatment', drug: 'treatment' };
const groupOf = ({ kind }: Term) => groups[kind] ?? kind;

/**
 * A question that leans on the one before it, with what that was about; null for one that stands alone. `before` are
 * words of the vocabulary; in a `thread` the topic also stays when a question names none of its own.
 *
 * @example
 * carryTopic('and the dose?', ['radiotherapy'], index, 'thread') //=> 'the dose radiotherapy'
 */
export function carryTopic(
  text: string,
  before: readonly string[],
  { lexicon, mend }: QuestionIndex,
  where: 'thread' | 'conversation',
): string | null {
  const terms = analyseText(text, lexicon, mend).filter(({ word }) => word !== null);
  if (before.length === 0 || terms.length === 0) return null;
  const leans =
    opening.test(text) || pointing.test(text) || (where === 'thread' && !terms.some((term) => isNamed(term)));
  if (!leans) return null;
  const replaced = new Set(terms.map(groupOf));
  const kept = before.filter(
    (words) => !analyseText(words, lexicon).some((term) => term.word && replaced.has(groupOf(term))),
  );
  if (kept.length === 0) return null;
  // One question, not two: what divides a compound one is left out.
  return [text.replace(opening, '').replace(/[?？;,\s]+$/, ''), ...kept].join(' ');
}
