import type { Claim } from '../../knowledge/schema.ts';

const tumourRank = { imt: 0, eims: 1, sts: 2, other: 3 } as const;
const basisRank = { observed: 0, cited: 1, opinion: 2 } as const;

/**
 * The claims in the order in which a reader should meet them: the same tumour first, then its epithelioid variant,
 * soft-tissue sarcoma and other tumours; within each, stronger study level first (CIViC's A to E), then what was
 * observed before what is cited and what is opinion, then more patients before fewer.
 * Claims that are equal in all four keep the order of their file.
 *
 * @example
 * orderClaims([opinionOfLevelE, caseOfLevelC]).map(({ evidenceLevel }) => evidenceLevel)
 * //=> ['C', 'E']
 */
export function orderClaims<C extends Pick<Claim, 'tumour' | 'evidenceLevel' | 'basis' | 'n'>>(
  claims: readonly C[],
): C[] {
  return claims.toSorted(
    (a, b) =>
      tumourRank[a.tumour] - tumourRank[b.tumour] ||
      a.evidenceLevel.localeCompare(b.evidenceLevel) ||
      basisRank[a.basis] - basisRank[b.basis] ||
      (b.n ?? 0) - (a.n ?? 0),
  );
}
