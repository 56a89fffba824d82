import type { KnowledgeBase } from '../../knowledge/schema.ts';
import { findUnpublished, type Unpublished } from './changes/find-unpublished.ts';
import { type ThinTopic, thinTopics } from './thin-topics.ts';
import { uncitedEntities } from './uncited-entities.ts';

/** What a curator should look at next; ids, in the order of the files. */
export interface Assessment {
  stale: string[];
  unreviewed: string[];
  /** Those of them that had a review and were changed since. */
  lapsedReviews: string[];
  retracted: string[];
  inConflict: { id: string; title: string; claims: string[] }[];
  uncited: string[];
  thin: ThinTopic[];
  unpublished: Unpublished;
}

/**
 * Which statements are past their review date on a day (as 2026-11-23), not reviewed by a clinician, changed after
 * their review, retracted, disputed by another, or not in the list of what was published; and what the base lacks.
 *
 * @example
 * assessKnowledge(knowledge, '2028-01-01').stale.includes('guo-2024-case-patient') //=> true
 */
export function assessKnowledge(knowledge: KnowledgeBase, today: string): Assessment {
  const { claims, conflicts } = knowledge;
  const all = [...claims.values()];
  return {
    stale: all.filter(({ reviewBy }) => reviewBy < today).map(({ id }) => id),
    unreviewed: all.filter(({ review }) => review.status !== 'reviewed').map(({ id }) => id),
    lapsedReviews: all.filter(({ review }) => review.status === 'lapsed').map(({ id }) => id),
    retracted: all.filter(({ retracted }) => retracted !== null).map(({ id }) => id),
    inConflict: conflicts.map(({ id, title, sides }) => ({
      id,
      title,
      claims: [...new Set(sides.flatMap((side) => side.claims))],
    })),
    uncited: uncitedEntities(knowledge),
    thin: thinTopics(knowledge),
    unpublished: findUnpublished(knowledge),
  };
}
