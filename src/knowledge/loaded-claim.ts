import type { z } from 'zod';
import type { Claim, LoadedClaim } from '../../knowledge/schema.ts';
import { contentHash } from './content-hash.ts';

/** A statement of a file as the app holds it; a review of what it said before its last change has lapsed. */
export function loadedClaim(claim: z.output<typeof Claim>, sourceId: string): LoadedClaim {
  const hash = contentHash(claim, sourceId);
  const { review } = claim;
  const lapsed = review.status === 'reviewed' && review.content !== hash;
  return {
    ...claim,
    sourceId,
    contentHash: hash,
    review: lapsed ? { ...review, status: 'lapsed' } : review,
  };
}
