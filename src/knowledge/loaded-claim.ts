import type { z } from 'zod';
import type { Claim, LoadedClaim } from '../../knowledge/schema.ts';
import { contentHash } from './content-hash.ts';

/** A statement of a file as the app holds it; a review of what it said before its last change has lapsed. */
export function loadedClaim(claim: z.output<typeof Claim>, sourceId: string): LoadedClaim {
  const { review } = claim;
  const lapsed = review.status === 'reviewed' && review.content !== contentHash(claim, sourceId);
  const loaded = { ...claim, sourceId, review: lapsed ? { ...review, status: 'lapsed' as const } : review };
  return Object.defineProperty(loaded, 'contentHash', hashWhenAsked) as LoadedClaim;
}

const hashes = new WeakMap<object, string>();

// Only a flag, a review and the ledger ask for it: reckoned for all at the start, it was a fifth of the time
// of loading. One getter for all, so that statements keep the one shape that the engine reads quickly.
const hashWhenAsked: PropertyDescriptor & ThisType<Omit<LoadedClaim, 'contentHash'>> = {
  enumerable: true,
  get() {
    const known = hashes.get(this);
    if (known !== undefined) return known;
    const hash = contentHash(this, this.sourceId);
    hashes.set(this, hash);
    return hash;
  },
};
