import type { z } from 'zod';
import type {
  Claim,
  LoadedCase,
  LoadedClaim,
  LoadedReview,
  LoadedTemplate,
  PublishedCase,
} from '../../knowledge/schema.ts';
import type { SurveillanceTemplate } from '../../knowledge/surveillance-schema.ts';
import { hashOfCase, hashOfClaim, hashOfTemplate } from './content-hash.ts';

/** A statement of a file as the app holds it; a review of what it said before its last change has lapsed. */
export function loadedClaim(claim: z.output<typeof Claim>, sourceId: string): LoadedClaim {
  return loaded({ ...claim, sourceId }, claimHash);
}

/** The same of a published case. */
export function loadedCase(one: z.output<typeof PublishedCase>, sourceId: string): LoadedCase {
  return loaded({ ...one, sourceId }, caseHash);
}

/** The same of a template of follow-up. */
export function loadedTemplate(template: z.output<typeof SurveillanceTemplate>): LoadedTemplate {
  return loaded(template, templateHash);
}

/** The hash of one kind of entry, reckoned once for each and only when somebody asks. */
interface LazyHash<Entry> {
  of(entry: Entry): string;
  property: PropertyDescriptor & ThisType<Entry>;
}

const claimHash = lazyHash<Omit<LoadedClaim, 'contentHash'>>((claim) => hashOfClaim(claim, claim.sourceId));
const caseHash = lazyHash<Omit<LoadedCase, 'contentHash'>>((one) => hashOfCase(one, one.sourceId));
const templateHash = lazyHash<Omit<LoadedTemplate, 'contentHash'>>(hashOfTemplate);

// Only a flag, a review and the ledger ask for it: reckoned for all at the start, it was a fifth of the time
// of loading. One getter a kind, so that its entries keep the one shape that the engine reads quickly.
function lazyHash<Entry extends object>(of: (entry: Entry) => string): LazyHash<Entry> {
  const hashes = new WeakMap<Entry, string>();
  const get = function (this: Entry): string {
    const known = hashes.get(this);
    if (known !== undefined) return known;
    const hash = of(this);
    hashes.set(this, hash);
    return hash;
  };
  return { of, property: { enumerable: true, get } };
}

function loaded<Entry extends { review: LoadedReview }>(
  entry: Entry,
  { of, property }: LazyHash<Entry>,
): Entry & { contentHash: string } {
  const { review } = entry;
  const lapsed = review.status === 'reviewed' && review.content !== of(entry);
  const held = { ...entry, review: lapsed ? { ...review, status: 'lapsed' } : review };
  return Object.defineProperty(held, 'contentHash', property) as Entry & { contentHash: string };
}
