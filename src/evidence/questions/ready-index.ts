import type { KnowledgeBase } from '../../../knowledge/schema.ts';
import { type QuestionIndex, questionIndex } from './question-index.ts';

const built = new WeakMap<KnowledgeBase, QuestionIndex>();

/**
 * The index of a base, built the first time that it is asked for.
 *
 * @example
 * readyIndex(knowledge) === readyIndex(knowledge) //=> true
 */
export function readyIndex(knowledge: KnowledgeBase): QuestionIndex {
  const index = built.get(knowledge) ?? questionIndex(knowledge);
  built.set(knowledge, index);
  return index;
}
