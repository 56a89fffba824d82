import type { KnowledgeBase } from '../../knowledge/schema.ts';

/** The base with copies of its claims, each with words of its own, until there are so many. */
export function knowledgeOfSize(knowledge: KnowledgeBase, size: number): KnowledgeBase {
  const claims = [...knowledge.claims.values()];
  const copies = Array.from({ length: size }, (_, at) => {
    const claim = claims[at % claims.length];
    if (!claim) throw new Error('the base has no claim');
    const copy = Math.floor(at / claims.length);
    if (copy === 0) return claim;
    const statement = `${claim.statement} Copy c${copy}x of series s${at % 997}x.`;
    return { ...claim, id: `${claim.id}-${copy}`, statement };
  });
  return { ...knowledge, claims: new Map(copies.map((claim) => [claim.id, claim])) };
}
