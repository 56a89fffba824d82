import type { Claim } from '../../knowledge/schema.ts';

const basisRank = { observed: 0, cited: 1, opinion: 2 } as const;

/**
 * The claims in the order in which a reader should meet them: stronger study level first (CIViC's A to E),
 * then what was observed before what is cited and what is opinion, then more patients before fewer.
 * Claims that are equal in all three keep the order of their file.
 *
 * @example
 * orderClaims([opinionOfLevelE, caseOfLevelC]).map(({ evidenceLevel }) => evidenceLevel)
 * //=> ['C', 'E']
 */
export function orderClaims<C extends Pick<Claim, 'evidenceLevel' | 'basis' | 'n'>>(
  claims: readonly C[],
): C[] {
  return claims.toSorted(
    (a, b) =>
      a.evidenceLevel.localeCompare(b.evidenceLevel) ||
      basisRank[a.basis] - basisRank[b.basis] ||
      (b.n ?? 0) - (a.n ?? 0),
  );
}
