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
    'No statement of the knowledge base has this id now. Open the statement again and take the id at the bottom of its source.',
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
  throw new UserError(
    'This statement was changed since you opened this. Nothing was kept: close this, open the statement again and read what it says now.',
  );
}

/** The statement whose id somebody wrote without seeing it. Throws a `UserError` unless it is that very one. */
export function claimAsNamed(
  typed: string,
  knowledge: Pick<KnowledgeBase, 'claims' | 'published'>,
): LoadedClaim {
  const claim = standingClaim(typed, knowledge);
  if (claim.id === typed) return claim;
  throw new UserError(
    `${typed} was replaced by ${claim.id}. Open that one with its source; write its id if it is what you compared.`,
  );
}
