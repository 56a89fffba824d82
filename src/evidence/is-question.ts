import { foldText } from './fold-text.ts';

const opening =
  /^(who|whom|whose|what|when|where|which|why|how|is|are|was|were|do|does|did|can|could|should|would|will|has|have|had|any)\b/;

/**
 * Whether a text reads as a question rather than as the name of a topic: it ends in a question mark,
 * opens with a question word, or has more than five words.
 *
 * @example
 * isQuestion('what dose did Lee use') //=> true
 * isQuestion('radiotherapy') //=> false
 */
export function isQuestion(text: string): boolean {
  const folded = foldText(text);
  const words = folded.split(' ').length;
  return /[?？]\s*$/.test(text) || (words > 1 && opening.test(folded)) || words > 5;
}
