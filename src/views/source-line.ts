import type { Claim, Source, Sourced } from '../../knowledge/schema.ts';
import { doiAddress, pubMedAddress } from './address.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { basisText, patientsText, placeText, reviewText, tumourText } from './words.ts';

/**
 * Where a claim stands and what it rests on, with a link that opens the publication. A place that is not known is left
 * out, for whoever shows the line to say.
 */
export function sourceLine(
  claim: Sourced<Claim>,
  source: Source,
  { isReviewSaid = false }: { isReviewSaid?: boolean } = {},
): string {
  const place = placeText(claim);
  const parts = [
    `${escapeMrkdwn(source.label)}${place === null ? '' : `, ${escapeMrkdwn(place)}`}`,
    basisText(claim, 'there'),
    escapeMrkdwn(claim.studyType),
    patientsText(claim.n),
    tumourText[claim.tumour],
    claim.jurisdiction === null ? null : escapeMrkdwn(claim.jurisdiction),
    sourceAddressLink(source),
    isReviewSaid ? null : reviewText(claim.review),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** The source's label, linked to its DOI, PubMed record or page; plain when it has none of them. */
export function sourceLink(source: Source): string {
  const address = sourceAddress(source);
  return address === null ? escapeMrkdwn(source.label) : `<${address}|${escapeMrkdwn(source.label)}>`;
}

/** The address that opens the publication, named by what it is. */
function sourceAddressLink(source: Source): string | null {
  const address = sourceAddress(source);
  if (address === null) return null;
  const { doi, pmid } = source;
  const name = doi !== null ? `doi:${doi}` : pmid !== null ? `PMID ${pmid}` : 'web page';
  return `<${address}|${escapeMrkdwn(name)}>`;
}

function sourceAddress({ doi, pmid, url }: Source): string | null {
  if (doi !== null) return doiAddress(doi);
  if (pmid !== null) return pubMedAddress(pmid);
  return url;
}
