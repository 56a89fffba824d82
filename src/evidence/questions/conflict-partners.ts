import type { Claim, Conflict, KnowledgeBase, Sourced } from '../../../knowledge/schema.ts';
import { conflictsOfClaim } from '../conflicts-of-claim.ts';
import type { Partner } from './answer.ts';

/**
 * For each disagreement in which a shown claim stands, the first statement of every side of which none is shown; the
 * most telling first: of each disagreement one, then another of each. What points the other way tells more than what
 * does not, then what was found in the same tumour, then what was found in more patients.
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
  const byConflict = Map.groupBy(partners.values(), ({ conflict }) => conflict);
  return [...byConflict]
    .flatMap(([conflict, list]) => [...mostTellingFirst(list, shownIn(conflict, shown)).entries()])
    .toSorted(([place], [other]) => place - other)
    .map(([, partner]) => partner);
}

const opposite = {
  supports: 'does-not-support',
  'does-not-support': 'supports',
  'not-applicable': null,
} as const;

function mostTellingFirst(partners: readonly Partner[], against: readonly Claim[]): Partner[] {
  const pointsTheOtherWay = ({ claim }: Partner) =>
    against.some(({ evidenceDirection }) => opposite[evidenceDirection] === claim.evidenceDirection);
  const isOfSameTumour = ({ claim }: Partner) => claim.tumour === 'imt';
  return partners.toSorted(
    (a, b) =>
      Number(pointsTheOtherWay(b)) - Number(pointsTheOtherWay(a)) ||
      Number(isOfSameTumour(b)) - Number(isOfSameTumour(a)) ||
      (b.claim.n ?? 0) - (a.claim.n ?? 0),
  );
}

function shownIn({ sides }: Conflict, shown: readonly Sourced<Claim>[]): Sourced<Claim>[] {
  const ids = new Set(sides.flatMap(({ claims }) => claims));
  return shown.filter(({ id }) => ids.has(id));
}
