import type { Claim, KnowledgeBase, PublishedCase, Sourced } from '../../../knowledge/schema.ts';
import { foldText } from '../fold-text.ts';
import { namesAny } from '../names-any.ts';
import { orderClaims } from '../order-claims.ts';
import { type CaseProfile, profileOfCase } from './case-profile.ts';
import { compareProfiles, type Likeness } from './compare-profiles.ts';

export interface SimilarCase {
  one: Sourced<PublishedCase>;
  likeness: Likeness;
}

export interface SimilarCases {
  /** Single cases that match in at least one part, the likest first. */
  cases: SimilarCase[];
  /** How many single cases were compared. */
  compared: number;
  /** Series of the same site or ALK status; whole, since nobody knows which patient of it had what. */
  series: Sourced<PublishedCase>[];
  /** What series and cohorts say of the site or the ALK status. */
  statements: Sourced<Claim>[];
}

const ofManyPatients: ReadonlySet<Claim['studyType']> = new Set([
  'meta-analysis',
  'systematic review',
  'prospective trial',
  'prospective registry',
  'retrospective series',
]);

/**
 * The published cases that are likest to what was asked, by the sum of {@link compareProfiles}; at equal sums the one
 * that matches in more parts, then the order of the files. Beside them the series that share the site or the ALK status.
 *
 * @example
 * findSimilarCases({ ...nothing, siteGroup: 'orbit' }, knowledge).series[0].label //=> 'Strianese 2018'
 */
export function findSimilarCases(
  asked: CaseProfile,
  knowledge: Pick<KnowledgeBase, 'cases' | 'claims' | 'caseSites'>,
): SimilarCases {
  const all = [...knowledge.cases.values()];
  const singles = all.filter(({ kind }) => kind === 'single');
  const cases = singles
    .map((one) => ({ one, likeness: compareProfiles(asked, profileOfCase(one)) }))
    .filter(({ likeness }) => likeness.matches > 0)
    .toSorted((a, b) => b.likeness.score - a.likeness.score || b.likeness.matches - a.likeness.matches);
  const series = all.filter(
    ({ kind, siteGroup, alk }) =>
      kind === 'series' &&
      (siteGroup === asked.siteGroup || (asked.alk !== null && alk.status === asked.alk)),
  );
  return { cases, compared: singles.length, series, statements: statementsOn(asked, knowledge) };
}

/** Those that name the site and the ALK status first, then those that name one of them. */
function statementsOn(
  { siteGroup, alk }: CaseProfile,
  { claims, caseSites }: Pick<KnowledgeBase, 'claims' | 'caseSites'>,
): Sourced<Claim>[] {
  const siteTerms = caseSites.find(({ group }) => group === siteGroup)?.terms ?? [];
  const alkTerms = alk === null ? [] : [`alk ${alk}`];
  const named = [...claims.values()]
    .filter(
      ({ studyType, basis, retracted }) => ofManyPatients.has(studyType) && basis !== 'opinion' && !retracted,
    )
    .map((claim) => ({ claim, parts: [siteTerms, alkTerms].filter((terms) => names(claim, terms)).length }))
    .filter(({ parts }) => parts > 0);
  const withParts = (wanted: number) =>
    orderClaims(named.filter(({ parts }) => parts === wanted).map(({ claim }) => claim));
  return [...withParts(2), ...withParts(1)];
}

function names({ statement }: Claim, terms: readonly string[]): boolean {
  // "IMT outside the lung" is no statement on the lung.
  return namesAny(foldText(statement).replace(/\boutside the \S+( \S+)?/g, ''), terms);
}
