import type { KnowledgeBase, LedgerEntry, LoadedClaim } from '../../knowledge/schema.ts';

type Replaced = Extract<LedgerEntry, { did: 'replaced' }>;
type Withdrawn = Extract<LedgerEntry, { did: 'withdrawn' }>;

/** What an id of a statement stands for now: it, what it was replaced by, or the reason why nothing is left. */
export type ResolvedClaim =
  | { claim: LoadedClaim; ended: null }
  | { claim: LoadedClaim; ended: Replaced }
  | { claim: null; ended: Withdrawn };

/**
 * What became of a statement that a button, a link or a record names; null for an id that never was published.
 *
 * @example
 * resolveClaim('guo-2024-case-patient', knowledge)?.claim?.sourceId //=> 'guo-2024'
 */
export function resolveClaim(
  id: string,
  { claims, published }: Pick<KnowledgeBase, 'claims' | 'published'>,
): ResolvedClaim | null {
  let ended: Replaced | null = null;
  // The check at load allows no circle.
  for (let at = id; ; ) {
    const claim = claims.get(at);
    if (claim) return { claim, ended };
    const last = published.get(at)?.at(-1);
    if (last?.did === 'withdrawn') return { claim: null, ended: last };
    if (last?.did !== 'replaced') return null;
    ended ??= last;
    at = last.by;
  }
}
