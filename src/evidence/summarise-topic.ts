import type { Claim, Conflict, Figure, KnowledgeBase, Sourced, Topic } from '../../knowledge/schema.ts';
import { orderClaims } from './order-claims.ts';

export interface KeyFigure {
  claim: Sourced<Claim>;
  figure: Figure;
  /** The short line that stands beside it; what the claim's own warnings say in full stands with the claim. */
  warning: string | null;
}

export interface TopicSummary {
  topic: Topic;
  claimCount: number;
  keyFigures: KeyFigure[];
  conflicts: Conflict[];
  /** Headings in the order of `topics.yml`, each with its claims, strongest first. */
  groups: { heading: string; claims: Sourced<Claim>[] }[];
}

/**
 * All that the knowledge base holds on a topic, in the order in which it is shown. Nothing is left out.
 *
 * @example
 * summariseTopic(radiotherapy, knowledge).groups[0].heading //=> 'Does it work'
 */
export function summariseTopic(topic: Topic, knowledge: KnowledgeBase): TopicSummary {
  const claims = [...knowledge.claims.values()].filter((claim) => claim.topic === topic.id);
  const groups = topic.subtopics
    .map(({ id, heading }) => ({
      heading,
      claims: orderClaims(claims.filter((claim) => claim.subtopic === id)),
    }))
    .filter((group) => group.claims.length > 0);
  const keyFigures = topic.keyFigures.flatMap(({ claim: claimId, figure: name, warning }) => {
    const claim = knowledge.claims.get(claimId);
    const figure = claim?.figures.find((candidate) => candidate.name === name);
    return claim && figure ? [{ claim, figure, warning }] : [];
  });
  const conflicts = knowledge.conflicts.filter(({ topics }) => topics.includes(topic.id));
  return { topic, claimCount: claims.length, keyFigures, conflicts, groups };
}
