import type { KnowledgeBase, LoadedReview } from '../../knowledge/schema.ts';
import { findUnpublished, type Unpublished } from './changes/find-unpublished.ts';
import { type ThinTopic, thinTopics } from './thin-topics.ts';
import { uncitedEntities } from './uncited-entities.ts';

/** What a curator should look at next; ids, of statements where nothing else is said, in the order of the files. */
export interface Assessment {
  stale: string[];
  staleTemplates: string[];
  unreviewed: string[];
  unreviewedCases: string[];
  unreviewedTemplates: string[];
  /** Of all three those that had a review and were changed since. */
  lapsedReviews: string[];
  retracted: string[];
  /** Publications, and entries whose review or retraction, of a day that has not come. */
  datedAhead: string[];
  inConflict: { id: string; title: string; claims: string[] }[];
  uncited: string[];
  thin: ThinTopic[];
  unpublished: Unpublished;
}

/**
 * Which statements are past their review date on a day (as 2026-11-23), not reviewed by a clinician, changed after
 * their review, retracted, disputed by another, or not in the list of what was published; which cases and templates are
 * the first three; what is dated ahead of that day; and what the base lacks.
 *
 * @example
 * assessKnowledge(knowledge, '2028-01-01').stale.includes('guo-2024-case-patient') //=> true
 */
export function assessKnowledge(knowledge: KnowledgeBase, today: string): Assessment {
  const { conflicts, surveillance: templates } = knowledge;
  const [claims, cases] = [[...knowledge.claims.values()], [...knowledge.cases.values()]];
  return {
    stale: idsOf(claims, isStale(today)),
    staleTemplates: idsOf(templates, isStale(today)),
    unreviewed: idsOf(claims, isUnreviewed),
    unreviewedCases: idsOf(cases, isUnreviewed),
    unreviewedTemplates: idsOf(templates, isUnreviewed),
    lapsedReviews: idsOf([...claims, ...cases, ...templates], ({ review }) => review.status === 'lapsed'),
    retracted: idsOf(claims, ({ retracted }) => retracted !== null),
    datedAhead: [
      ...idsOf([...knowledge.sources.values()], ({ curatedOn }) => curatedOn > today),
      ...idsOf(claims, ({ review, retracted }) => isAhead(today, review.on, retracted?.on)),
      ...idsOf([...cases, ...templates], ({ review }) => isAhead(today, review.on)),
    ],
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

const isStale =
  (today: string) =>
  ({ reviewBy }: { reviewBy: string }) =>
    reviewBy < today;
const isUnreviewed = ({ review }: { review: LoadedReview }) => review.status !== 'reviewed';
const isAhead = (today: string, ...days: (string | null | undefined)[]) =>
  days.some((day) => day && day > today);

function idsOf<Entry extends { id: string }>(entries: readonly Entry[], wanted: (one: Entry) => boolean) {
  return entries.filter(wanted).map(({ id }) => id);
}
