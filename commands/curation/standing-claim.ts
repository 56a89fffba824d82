import type { KnowledgeBase, LoadedClaim } from '../../knowledge/schema.ts';
import { UserError } from '../../src/errors.ts';
import { resolveClaim } from '../../src/evidence/resolve-claim.ts';

/** The statement that an id stands for now. Throws a `UserError` when none is left. */
export function standingClaim(
  id: string,
  knowledge: Pick<KnowledgeBase, 'claims' | 'published'>,
): LoadedClaim {
  const claim = resolveClaim(id, knowledge)?.claim;
  if (claim) return claim;
  throw new UserError(
    'Nothing in the knowledge base has this id now. Open its source again and take the id at the bottom of it.',
  );
}

/** The statement that a dialog was opened for. Throws a `UserError` unless it still says what was read there. */
export function claimAsRead(
  privateValue: string,
  knowledge: Pick<KnowledgeBase, 'claims' | 'published'>,
): LoadedClaim {
  const [id = '', contentHash] = privateValue.split(' ');
  const claim = standingClaim(id, knowledge);
  if (claim.contentHash === contentHash) return claim;
  throw new UserError(changedSinceOpened('statement'));
}

export function changedSinceOpened(kind: string): string {
  return `This ${kind} was changed since you opened this. Nothing was kept: close this, open the ${kind} again and read what it says now.`;
}
