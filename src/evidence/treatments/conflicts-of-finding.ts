import type { Claim, Conflict, KnowledgeBase } from '../../../knowledge/schema.ts';
import { conflictsOfClaim } from '../conflicts-of-claim.ts';
import { namesAny } from '../names-any.ts';
import type { OutcomeFigure } from './credited-outcomes.ts';
import type { Treatment } from './find-treatment.ts';

/**
 * The disagreements of a finding that touch the treatment it is compared for: those under its topic, those about a
 * figure that names it, and those about the course of the disease that its figures tell. A dispute about the dose of
 * radiotherapy is none about the drug that the same patient had.
 *
 * @example
 * conflictsOfFinding({ claim, outcomes: [] }, crizotinib, knowledge) //=> []
 */
export function conflictsOfFinding(
  { claim, outcomes }: { claim: Pick<Claim, 'id'>; outcomes: readonly OutcomeFigure[] },
  { topic, words }: Treatment,
  knowledge: Pick<KnowledgeBase, 'conflicts' | 'topics'>,
): Conflict[] {
  const isOfTreatment = new Set(knowledge.topics.flatMap(({ id, isTreatment }) => (isTreatment ? [id] : [])));
  const isNamed = outcomes.some(({ figure }) => namesAny(figure.name, words));
  return conflictsOfClaim(claim, knowledge).filter(({ topics }) => {
    if (isNamed || (topic !== null && topics.includes(topic.id))) return true;
    return outcomes.length > 0 && !topics.some((id) => isOfTreatment.has(id));
  });
}
