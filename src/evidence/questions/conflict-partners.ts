import type { Claim, KnowledgeBase, Sourced } from '../../../knowledge/schema.ts';
import { conflictsOfClaim } from '../conflicts-of-claim.ts';
import type { Partner } from './answer.ts';

/**
 * For each disagreement in which a shown claim stands, the first statement of every side of which none is shown.
 *
 * @example
 * conflictPartners([usuallyIneffective], knowledge)[0].claim.id //=> 'guo-2024-rt-showed-effect'
 */
export function conflictPartners(
  shown: readonly Sourced<Claim>[],
  knowledge: Pick<KnowledgeBase, 'claims' | 'conflicts'>,
): Partner[] {
  const shownIds = new Set(shown.map(({ id }) => id));
  const conflicts = new Set(shown.flatMap((claim) => conflictsOfClaim(claim, knowledge)));
  const partners = new Map<string, Partner>();
  for (const conflict of conflicts) {
    for (const { claims } of conflict.sides) {
      const claim = knowledge.claims.get(claims[0] ?? '');
      if (!claim || claims.some((id) => shownIds.has(id)) || partners.has(claim.id)) continue;
      partners.set(claim.id, { conflict, claim });
    }
  }
  return [...partners.values()];
}
