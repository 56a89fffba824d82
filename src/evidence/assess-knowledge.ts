import type { KnowledgeBase } from '../../knowledge/schema.ts';

/** What a curator should look at next; ids, in the order of the files. */
export interface Assessment {
  stale: string[];
  unreviewed: string[];
  retracted: string[];
  inConflict: { id: string; title: string; claims: string[] }[];
}

/**
 * Which statements are past their review date on a day (as 2026-11-23), not reviewed by a clinician, retracted, or
 * disputed by another statement.
 *
 * @example
 * assessKnowledge(knowledge, '2028-01-01').stale //=> ['guo-2024-case-patient', …]
 */
export function assessKnowledge(
  { claims, conflicts }: Pick<KnowledgeBase, 'claims' | 'conflicts'>,
  today: string,
): Assessment {
  const all = [...claims.values()];
  return {
    stale: all.filter(({ reviewBy }) => reviewBy < today).map(({ id }) => id),
    unreviewed: all.filter(({ review }) => review.status !== 'reviewed').map(({ id }) => id),
    retracted: all.filter(({ retracted }) => retracted !== null).map(({ id }) => id),
    inConflict: conflicts.map(({ id, title, sides }) => ({
      id,
      title,
      claims: [...new Set(sides.flatMap((side) => side.claims))],
    })),
  };
}
