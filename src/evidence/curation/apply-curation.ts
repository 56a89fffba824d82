import type { ClaimMark, FlagReason, KnowledgeBase, LoadedClaim } from '../../../knowledge/schema.ts';
import { dayOf } from '../../dates/day-of.ts';
import type { ClaimApproval, Curation } from './curation-records.ts';

/**
 * The base as it is served: with a mark beside each statement that is flagged or was found wrong, and with the approvals
 * of statements that have not changed since. Without an approval the statements are the very same objects.
 *
 * @example
 * applyCuration(knowledge, { open: [flagOfAlphaOne], decided: [], approvals: [] }).marks?.get('alpha-one')
 * //=> { standing: 'under review', on: '2026-11-23', reasons: ['wrong-figure'] }
 */
export function applyCuration(base: KnowledgeBase, curation: Curation): KnowledgeBase {
  return {
    ...base,
    claims: approved(base.claims, curation.approvals),
    marks: marksOf(base.claims, curation),
  };
}

type Claims = KnowledgeBase['claims'];

function approved(claims: Claims, approvals: readonly ClaimApproval[]): Claims {
  const standing = approvals.filter(({ claimId, contentHash }) => {
    const claim = claims.get(claimId);
    return claim?.contentHash === contentHash && claim.review.status !== 'reviewed';
  });
  if (standing.length === 0) return claims;
  const changed = new Map<string, LoadedClaim>(claims);
  for (const { claimId, contentHash, by, on } of standing) {
    const claim = changed.get(claimId);
    if (claim)
      changed.set(claimId, { ...claim, review: { status: 'reviewed', by, on, content: contentHash } });
  }
  return changed;
}

/** What a curator found wrong outranks what is only said; it goes with the correction, which is another content. */
function marksOf(claims: Claims, { open, decided }: Curation): ReadonlyMap<string, ClaimMark> {
  const marks = new Map<string, ClaimMark>();
  for (const { claimId, reason, atMs } of open) {
    const before = marks.get(claimId);
    const reasons = new Set<FlagReason>([...(before?.reasons ?? []), reason]);
    const on = before?.on ?? dayOf(atMs);
    if (claims.has(claimId))
      marks.set(claimId, { standing: 'under review', on, reasons: [...reasons].sort() });
  }
  const foundWrong = (claimId: string, content: string, on: string, reason: FlagReason) => {
    if (claims.get(claimId)?.contentHash === content)
      marks.set(claimId, { standing: 'found wrong', on, reasons: [reason] });
  };
  for (const { id, flags } of claims.values())
    for (const { outcome, content, decidedOn, reason } of flags)
      if (outcome === 'upheld') foundWrong(id, content, decidedOn, reason);
  for (const { claimId, contentHash, outcome, decidedAtMs, reason } of decided)
    if (outcome === 'upheld') foundWrong(claimId, contentHash, dayOf(decidedAtMs), reason);
  return marks;
}
