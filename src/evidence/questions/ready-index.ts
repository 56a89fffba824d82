import type { KnowledgeBase } from '../../../knowledge/schema.ts';
import { type QuestionIndex, questionIndex } from './question-index.ts';
import { warmUp } from './warm-up.ts';

const built = new WeakMap<KnowledgeBase, QuestionIndex>();
const lenders = new WeakMap<KnowledgeBase, KnowledgeBase>();

/**
 * The index of a base, built the first time that it is asked for, and used once so that nobody waits for the rest.
 *
 * @example
 * readyIndex(knowledge) === readyIndex(knowledge) //=> true
 */
export function readyIndex(knowledge: KnowledgeBase): QuestionIndex {
  const ready = built.get(knowledge);
  if (ready) return ready;
  const lender = lenders.get(knowledge);
  if (lender) return borrowed(knowledge, readyIndex(lender));
  const index = questionIndex(knowledge);
  warmUp(index);
  built.set(knowledge, index);
  return index;
}

/**
 * Says that a base may use the index of another, since it says the same of every statement and only adds to how they
 * stand. Nothing is built before somebody asks for it, and answers hold the statements of the one that was asked for.
 *
 * @example
 * lendIndex(knowledge, curated)
 * readyIndex(curated).knowledge === curated //=> true
 */
export function lendIndex(lender: KnowledgeBase, borrower: KnowledgeBase): void {
  lenders.set(borrower, lender);
}

function borrowed(knowledge: KnowledgeBase, index: QuestionIndex): QuestionIndex {
  const claims = new Map(
    [...index.claims].map(([id, indexed]) => [
      id,
      { ...indexed, claim: knowledge.claims.get(id) ?? indexed.claim },
    ]),
  );
  const own = { ...index, knowledge, claims };
  built.set(knowledge, own);
  return own;
}
