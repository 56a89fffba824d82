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
