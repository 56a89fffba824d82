import type { Term } from './analyse-text.ts';

const past = /\b(was|were|did|had|wasn|weren|didn|hadn)\b/i;
const present = /\b(is|are|do|does|can|should|isn|aren|don|doesn)\b/i;

/** Whether a question is about one published patient, about the disease, or does not say. */
export type QuestionFocus = 'patient' | 'disease' | 'open';

/**
 * What a question is about, by the words for patient and disease, then by its tense: what was done was done to
 * somebody.
 *
 * @example
 * questionFocus('Was the resection complete?', terms) //=> 'patient'
 */
export function questionFocus(text: string, terms: readonly Term[]): QuestionFocus {
  if (terms.some(({ kind }) => kind === 'case')) return 'patient';
  if (terms.some(({ token }) => token === '@imt' || token === '@people')) return 'disease';
  if (past.test(text)) return 'patient';
  return present.test(text) ? 'disease' : 'open';
}
