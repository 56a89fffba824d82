import type { ClaimMark, FlagReason, KnowledgeBase, LoadedReview } from '../../../knowledge/schema.ts';
import { dayOf } from '../../dates/day-of.ts';
import type { Approval, Curation } from './curation-records.ts';
import { standingApprovals } from './standing-approvals.ts';

/**
 * The base as it is served: with a mark beside each statement that is flagged or was found wrong, and with the approvals
 * of entries that have not changed since. Without an approval the entries are the very same objects.
 *
 * @example
 * applyCuration(knowledge, { open: [flagOfAlphaOne], decided: [], approvals: [] }).marks?.get('alpha-one')
 * //=> { standing: 'under review', on: '2026-11-23', reasons: ['wrong-figure'] }
 */
export function applyCuration(base: KnowledgeBase, curation: Curation): KnowledgeBase {
  const approvals = standingApprovals(base, curation.approvals);
  return {
    ...base,
    claims: approvedAmong(base.claims, approvals),
    cases: approvedAmong(base.cases, approvals),
    surveillance: base.surveillance.map((template) => {
      const approval = approvals.get(template.id);
      return approval ? approved(template, approval) : template;
    }),
    marks: marksOf(base.claims, curation),
  };
}

type Claims = KnowledgeBase['claims'];

function approvedAmong<Entry extends { review: LoadedReview }>(
  entries: ReadonlyMap<string, Entry>,
  approvals: ReadonlyMap<string, Approval>,
): ReadonlyMap<string, Entry> {
  const changed = [...approvals].flatMap(([id, approval]) => {
    const entry = entries.get(id);
    return entry ? [[id, approved(entry, approval)] as const] : [];
  });
  return changed.length === 0 ? entries : new Map([...entries, ...changed]);
}

function approved<Entry extends { review: LoadedReview }>(
  entry: Entry,
  { by, on, contentHash }: Approval,
): Entry {
  return { ...entry, review: { status: 'reviewed', by, on, content: contentHash } };
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
    if (claims.get(claimId)?.contentHash !== content) return;
    const before = marks.get(claimId);
    const first = before?.standing === 'found wrong' ? before : { on, reasons: [] };
    const reasons = [...new Set<FlagReason>([...first.reasons, reason])].sort();
    marks.set(claimId, { standing: 'found wrong', on: first.on < on ? first.on : on, reasons });
  };
  for (const { id, flags } of claims.values())
    for (const { outcome, content, decidedOn, reason } of flags)
      if (outcome === 'upheld') foundWrong(id, content, decidedOn, reason);
  for (const { claimId, contentHash, outcome, decidedAtMs, reason } of decided)
    if (outcome === 'upheld') foundWrong(claimId, contentHash, dayOf(decidedAtMs), reason);
  return marks;
}
