import type { KnowledgeBase } from '../../../knowledge/schema.ts';
import { dayOf } from '../../dates/day-of.ts';
import type { Curation, DecidedClaimFlag } from './curation-records.ts';
import { standingApprovals } from './standing-approvals.ts';

/**
 * What of the store the files do not say yet, oldest first, and what a file would say twice once. An approval of what has changed since is nothing to carry
 * over, and a statement that is gone takes its flags with it.
 *
 * @example
 * notCarriedOver(knowledge, { open: [], decided: [], approvals: [] }) //=> { decided: [], approvals: [] }
 */
export function notCarriedOver(
  knowledge: Pick<KnowledgeBase, 'claims' | 'cases' | 'surveillance' | 'sources'>,
  { decided, approvals }: Curation,
): Pick<Curation, 'decided' | 'approvals'> {
  const isMissing = (flag: DecidedClaimFlag) => {
    const claim = knowledge.claims.get(flag.claimId);
    return claim !== undefined && !claim.flags.some((carried) => isSame(carried, decidedFlag(flag)));
  };
  const isFirst = (flag: DecidedClaimFlag, at: number, missing: readonly DecidedClaimFlag[]) =>
    at ===
    missing.findIndex(
      (other) => other.claimId === flag.claimId && isSame(decidedFlag(other), decidedFlag(flag)),
    );
  return {
    decided: decided.filter(isMissing).filter(isFirst),
    approvals: [...standingApprovals(knowledge, approvals).values()],
  };
}

/**
 * A decided flag as it stands in a source file: without who said it, and without what anybody wrote.
 *
 * @example
 * decidedFlag(flag)
 * //=> { on: '2026-11-23', reason: 'wrong-figure', outcome: 'upheld', decidedOn: '2026-11-24', content: '0123456789ab' }
 */
export function decidedFlag({ atMs, reason, outcome, decidedAtMs, contentHash }: DecidedClaimFlag) {
  return { on: dayOf(atMs), reason, outcome, decidedOn: dayOf(decidedAtMs), content: contentHash };
}

type Carried = ReturnType<typeof decidedFlag>;

function isSame(one: Carried, other: Carried): boolean {
  return (
    one.on === other.on &&
    one.reason === other.reason &&
    one.outcome === other.outcome &&
    one.decidedOn === other.decidedOn &&
    one.content === other.content
  );
}
