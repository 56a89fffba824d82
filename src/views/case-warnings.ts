import type { Claim, KnowledgeBase, PublishedCase, Sourced } from '../../knowledge/schema.ts';
import { warningsOfCase, warningsOfClaim } from '../evidence/warnings.ts';
import { standingText, standingWord } from './claim-standing.ts';

type Base = Pick<KnowledgeBase, 'misprints' | 'claims' | 'marks'>;

/** What a reader must be told beside a published case: first that a statement on it is in doubt, or was retracted. */
export function caseWarnings(one: Sourced<PublishedCase>, knowledge: Base): string[] {
  const claims = claimsOn(one, knowledge);
  const standing = claims.flatMap((claim) => standingText(claim, knowledge) ?? []);
  const retractions = claims
    .filter(({ retracted }) => retracted !== null)
    .flatMap((claim) => warningsOfClaim(claim, knowledge).slice(0, 1))
    .map((text) => `A statement on it: ${text}`);
  return [...new Set([...standing, ...retractions, ...warningsOfCase(one, knowledge)])];
}

/** The same doubt where there is room for a word alone, as in a picture; null when there is none. */
export function caseStanding(one: Sourced<PublishedCase>, knowledge: Base): string | null {
  const claims = claimsOn(one, knowledge);
  const [word = null] = claims.flatMap((claim) => standingWord(claim, knowledge)).toSorted();
  return word ?? (claims.some(({ retracted }) => retracted !== null) ? 'retracted in part' : null);
}

/** The statements that stand where the case does: in its row of a table, or in the text that presents it. */
function claimsOn(one: Sourced<PublishedCase>, { claims }: Base): Sourced<Claim>[] {
  const places = placesOf(one);
  const isThere = (place: string) =>
    places.some((own) => place === own || place.startsWith(`${own}, `) || place.endsWith(`, ${own}`));
  return [...claims.values()].filter(
    (claim) => claim.sourceId === one.sourceId && placesOf(claim).some(isThere),
  );
}

const placesOf = ({ locator }: { locator: string }) => locator.split('; ');
