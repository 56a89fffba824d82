import type { PublishedCase, SiteGroup } from '../../../knowledge/schema.ts';

type Resection = 'complete' | 'incomplete' | 'unresected';

/**
 * The typed parts by which patients are compared; null where a part is not told, or not reported. No part is precise
 * enough to be a person: age is the decade in years (20 for 20 to 29, 90 for all above), the site a group.
 */
export interface CaseProfile {
  ageDecade: number | null;
  siteGroup: SiteGroup | null;
  alk: 'positive' | 'negative' | null;
  /** Each that it may be. */
  resection: readonly Resection[] | null;
  radiotherapy: boolean | null;
}

const oldestDecade = 90;

/**
 * The decade that an age in years falls into, in years; 90 for all who are older.
 *
 * @example
 * decadeOf(26) //=> 20
 */
export function decadeOf(ageYears: number): number {
  return Math.min(Math.floor(ageYears / 10) * 10, oldestDecade);
}

const resections: Record<PublishedCase['resection']['extent'], readonly Resection[] | null> = {
  complete: ['complete'],
  subtotal: ['incomplete'],
  'biopsy only': ['unresected'],
  none: ['unresected'],
  mixed: null,
  'not reported': null,
};

/** What is printed of a resection without its extent is that there was one: it may be any, and the case is not unresected. */
function resectionOf({ extent, printedAs }: PublishedCase['resection']): readonly Resection[] | null {
  return extent === 'not reported' && printedAs !== null ? ['complete', 'incomplete'] : resections[extent];
}

/**
 * A single published case as its typed parts. Throws for a series, which is no patient.
 *
 * @example
 * profileOfCase(lisi2019)
 * //=> { ageDecade: 20, siteGroup: 'lung-airway', alk: null, resection: null, radiotherapy: true }
 */
export function profileOfCase(one: PublishedCase): CaseProfile {
  if (one.kind === 'series') throw new Error(`${one.id} is a series: it has no profile of one patient`);
  const { ageYears, alk, radiotherapy } = one;
  const decades = ageYears === null ? [] : [decadeOf(ageYears.min), decadeOf(ageYears.max)];
  const [youngest = null, oldest = null] = decades;
  return {
    ageDecade: youngest === oldest ? youngest : null,
    siteGroup: one.siteGroup === 'other' ? null : one.siteGroup,
    alk: alk.status === 'positive' || alk.status === 'negative' ? alk.status : null,
    resection: resectionOf(one.resection),
    radiotherapy: radiotherapy.given.patients > 0,
  };
}
