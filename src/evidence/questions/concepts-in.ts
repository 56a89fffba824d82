import { analyseText } from './analyse-text.ts';
import type { QuestionIndex } from './question-index.ts';

/**
 * The ids of the vocabulary that a question speaks of, sorted, without the disease and the patient; nothing as it was
 * typed.
 *
 * @example
 * conceptsIn('pembrolizumab dose?', index) //=> ['dose', 'pembrolizumab']
 */
export function conceptsIn(text: string, { lexicon, mend }: QuestionIndex): string[] {
  const words = analyseText(text, lexicon, mend).flatMap(({ kind, word }) =>
    word && kind !== 'disease' && kind !== 'case' ? [word.id] : [],
  );
  return [...new Set(words)].sort();
}
