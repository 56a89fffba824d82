import type { KnowledgeBase, Topic } from '../../knowledge/schema.ts';
import type { Answer } from '../../src/evidence/questions/answer.ts';
import { conflictPartners } from '../../src/evidence/questions/conflict-partners.ts';
import type { KeptAnswer } from '../../src/evidence/questions/question-records.ts';

/** What of an answer is kept: ids, and words that nobody typed. */
export function keptAnswer(answer: Answer, { claims }: Pick<KnowledgeBase, 'claims'>): KeptAnswer {
  const { outcome, reason, understood, outside, onlyAsClass, notTold, unansweredParts } = answer;
  return {
    ...{ outcome, reason, understood, outside, onlyAsClass, notTold, unansweredParts },
    ...(answer.chosenBy ? { chosenBy: answer.chosenBy } : {}),
    statementIds: answer.statements.map(({ claim }) => claim.id),
    statementHashes: answer.statements.map(({ claim }) => claims.get(claim.id)?.contentHash ?? ''),
    relatedIds: answer.related.map(({ claim }) => claim.id),
  };
}

/** The answer again, from the base as it is now; null when a statement of it is not there any more. */
export function openedAnswer(
  { statementIds, statementHashes: _, relatedIds, ...kept }: KeptAnswer,
  knowledge: KnowledgeBase,
): Answer | null {
  const ranked = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const claim = knowledge.claims.get(id);
      return claim && !claim.retracted ? [{ claim, score: 0, coverage: 0, askLikeness: 0 }] : [];
    });
  const [statements, related] = [ranked(statementIds), ranked(relatedIds)];
  if (statements.length < statementIds.length || related.length < relatedIds.length) return null;
  const partners = conflictPartners(
    statements.map(({ claim }) => claim),
    knowledge,
  );
  return { ...kept, confidence: 0, statements, related, partners };
}

/** A topic that was opened is what a thread is about from then on. */
export function keptTopic({ title }: Pick<Topic, 'title'>): KeptAnswer {
  const nothing = { statementIds: [], relatedIds: [], outside: [], onlyAsClass: [], notTold: [] };
  return { ...nothing, outcome: 'answered', reason: null, understood: [title], unansweredParts: [] };
}
