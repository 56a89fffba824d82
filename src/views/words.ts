import type { Claim, KnowledgeBase } from '../../knowledge/schema.ts';
import { calendarDay } from '../dates/calendar-day.ts';

/** The line under everything that shows evidence. */
export const evidenceFooter = '_Evidence for professionals, not advice. Not for urgent decisions._';

export const notReviewed = 'not reviewed by a clinician';

export const tumourText = {
  imt: 'same tumour',
  eims: 'epithelioid variant, EIMS',
  sts: 'other tumour: soft-tissue sarcoma',
  other: 'other tumour',
} as const satisfies Record<Claim['tumour'], string>;

/** Stands behind a statement that was not found in the tumour that the reader has in mind; nothing where it was. */
export function tumourMark({ tumour }: Pick<Claim, 'tumour'>): string {
  return tumour === 'imt' ? '' : ` _(${tumourText[tumour]})_`;
}

/** CIViC's words for its levels. */
export const levelText = {
  A: 'A, validated association',
  B: 'B, clinical evidence',
  C: 'C, case study',
  D: 'D, preclinical',
  E: 'E, inferential',
} as const satisfies Record<Claim['evidenceLevel'], string>;

export const directionText = {
  supports: 'supports',
  'does-not-support': 'does not support',
  'not-applicable': 'argues neither way',
} as const satisfies Record<Claim['evidenceDirection'], string>;

/** Which knowledge base an answer was made from. */
export function versionText({ version }: Pick<KnowledgeBase, 'version'>): string {
  return `knowledge base ${version.date} (${version.hash})`;
}

export function patientsText(n: number | null): string {
  return n === null ? 'n not given' : `n = ${n}`;
}

/** Where in its publication a statement stands; null when whoever read it did not note that. */
export function placeText({ locator }: Pick<Claim, 'locator'>): string | null {
  return locator === 'place not recorded' ? null : locator;
}

/**
 * Whose finding it is: null for the source's own, else its authors' view, or one that it takes from others; `cited`
 * says by whom, where the source is not named just before.
 */
export function basisText(
  claim: Pick<Claim, 'basis' | 'citedReferences'>,
  cited: 'there' | `by ${string}`,
): string | null {
  if (claim.basis === 'observed') return null;
  if (claim.basis === 'opinion') return 'authors’ view';
  const references = claim.citedReferences;
  const numbers =
    references.length === 0
      ? 'no reference given'
      : `its ${references.length === 1 ? 'ref' : 'refs'} ${references.join(', ')}`;
  return `as cited ${cited} (${numbers})`;
}

export function reviewText(review: Pick<Claim['review'], 'status' | 'by' | 'on'>): string {
  if (review.status === 'lapsed') return 'reviewed before its last change; not reviewed as it stands';
  return review.status === 'reviewed'
    ? `reviewed by ${review.by}${review.on === null ? '' : ` on ${calendarDay(review.on)}`}`
    : notReviewed;
}

/** How far what stands together on a page is reviewed. */
export function reviewedShare(entries: readonly Pick<Claim, 'review'>[]): string {
  const reviewed = entries.filter(({ review }) => review.status === 'reviewed').length;
  return reviewed === 0
    ? `_extracted from publications, ${notReviewed} yet_`
    : `${reviewed} of ${entries.length} reviewed by a clinician`;
}

/** 12 as ¹², for a footnote. */
export function superscript(number: number): string {
  return [...String(number)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
}
