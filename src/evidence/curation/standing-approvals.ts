import type { KnowledgeBase } from '../../../knowledge/schema.ts';
import type { Approval } from './curation-records.ts';
import { findReviewedEntry } from './reviewed-entry.ts';

/**
 * The approvals that say more than the files, by the id of what they approve: of an entry that has not changed since and
 * that its file does not call reviewed yet. Of several who approved the same content the first stands.
 *
 * @example
 * standingApprovals(knowledge, [approvalOfWhatWasChanged]).size //=> 0
 */
export function standingApprovals(
  knowledge: Pick<KnowledgeBase, 'claims' | 'cases' | 'surveillance' | 'sources'>,
  approvals: readonly Approval[],
): ReadonlyMap<string, Approval> {
  const standing = new Map<string, Approval>();
  for (const approval of approvals) {
    const { entryId, contentHash } = approval;
    const entry = findReviewedEntry(entryId, knowledge);
    const isNews = entry?.contentHash === contentHash && entry.review.status !== 'reviewed';
    if (isNews && !standing.has(entryId)) standing.set(entryId, approval);
  }
  return standing;
}
