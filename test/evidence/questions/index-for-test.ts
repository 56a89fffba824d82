import type { Claim, KnowledgeBase, Sourced } from '../../../knowledge/schema.ts';
import { type QuestionIndex, questionIndex } from '../../../src/evidence/questions/question-index.ts';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts';

export const knowledge: KnowledgeBase = loadKnowledge(new URL('../../../knowledge/', import.meta.url));
export const index: QuestionIndex = questionIndex(knowledge);

/** The base with one more claim, made up from one that it has. */
export function indexWith(over: Partial<Sourced<Claim>> & { id: string; statement: string }): QuestionIndex {
  const model = knowledge.claims.get('guo-2024-immunotherapy-in-ntrk');
  if (!model) throw new Error('the base has a claim on immunotherapy');
  const claim = { ...model, figures: [], tags: [], asks: [], caveats: [], ...over };
  return questionIndex({ ...knowledge, claims: new Map([...knowledge.claims, [claim.id, claim]]) });
}
