/** Hosts whose pages are publications and trials. What stands behind a question mark is still read. */
const hosts = [
  String.raw`(?:dx\.)?doi\.org`,
  String.raw`(?:www\.)?pubmed\.(?:gov|com)`,
  String.raw`(?:www\.)?europepmc\.org`,
  String.raw`(?:(?:www|classic|beta)\.)?clinicaltrials\.gov`,
  String.raw`(?:www\.)?clinicaltrialsregister\.eu`,
  String.raw`(?:www\.)?euclinicaltrials\.eu`,
  String.raw`(?:www\.)?isrctn\.(?:com|org)`,
  String.raw`(?:www\.)?anzctr\.org\.au`,
  String.raw`(?:www\.)?drks\.de`,
  String.raw`(?:www\.)?chictr\.org\.cn`,
  String.raw`(?:www\.)?ctri\.nic\.in`,
  String.raw`jrct\.(?:niph|mhlw)\.go\.jp`,
  String.raw`trialsearch\.who\.int`,
];

/** It may begin with any word, so that to look for it is dear. */
const library = String.raw`(?:[a-z]{2,8}\.){0,2}nlm\.nih\.gov`;
const libraryHint = /nlm\.nih\.gov/i;

const pages = (of: readonly string[]) =>
  new RegExp(String.raw`(?:https?://)?(?<![\w.@-])(?:${of.join('|')})(?:/[^\s?<>|]{0,300})?`, 'gi');
const anyPage = pages([...hosts, library]);
const otherPage = pages(hosts);

const groups =
  'EORTC|RTOG|NRG|COG|SWOG|ECOG|NSABP|GOG|TROG|JCOG|AAPM|ICRU|EpSSG|CWS|SARC|STRASS|CALGB|ACOSOG|ALLIANCE|AIEOP|GEIS|ISG|TG|RFC|ISO';

const europeanTrial = /(?<![\w])(?:EudraCT|EU ?CT)[ a-z.:]{0,10}20\d{2}-\d{6}-\d{2}(?:-\d{2})?(?!\d)/gi;
const europeanTrialHint = /20\d{2}-\d{6}-\d{2}/;

/** References, registrations and codes of things. */
const others: readonly RegExp[] = [
  // A publisher's page whose address holds the DOI.
  /https?:\/\/[a-z0-9.-]{4,80}\/(?:[a-z0-9-]{1,30}\/){0,4}10\.\d{4,9}\/[^\s?<>|]{1,200}/gi,
  /(?<![\w.])(?:doi[: ]{0,2})?10\.\d{4,9}\/[^\s?<>|]{1,200}/gi,
  /(?<![\w])PM(?:C?ID|C)[: #]{0,3}(?:PMC)?\d{1,9}(?!\d)/gi,
  /(?<![\w])(?:NCT|ISRCTN|DRKS|UMIN|jRCT|ACTRN|ChiCTR|JapicCTI-?|IRCT|NTR|KCT|TCTR|PACTR)[- ]?[A-Za-z0-9]{0,6}\d{4,14}(?!\d)/g,
  europeanTrial,
  // 2017;35:3215-3221, 2017 Oct 1;35(28):3215, 25:1364-71
  /(?<![\w])(?:19|20)\d{2}(?: [A-Z][a-z]{2,3}(?: \d{1,2})?)?; ?\d{1,4}(?: ?\([^()\n]{1,14}\))?(?:: ?[A-Za-z]?\d{1,7}(?:-[A-Za-z]?\d{1,7})?)?/g,
  /(?<![\w.:/-])\d{1,4}(?: ?\(\d{1,3}(?:-\d{1,3})?\))?: ?[A-Za-z]?\d{1,6}-[A-Za-z]?\d{1,6}(?!\w)/g,
  new RegExp(String.raw`(?<![\w])(?:${groups})[- ]?[A-Z]{0,4}[- ]?\d{2,6}(?:-\d{1,4})?(?!\d)`, 'g'),
  /(?<![\w])(?:SNOMED(?:[ -]?CT)?|RxNorm|UNII|CAS|LOINC|CPT|ICD(?:-?O)?(?:-\d{1,2})?|HGNC|OMIM|RRID|ORPHA|COSMIC|dbSNP|UniProt|Ensembl)[: #]{0,3}[A-Z_]{0,4}[0-9][A-Z0-9./:-]{0,20}/gi,
  /(?<![\w])(?:[NX][MRPG]_|ENS[TGP]|LRG_|GSE|GSM|SRR|PRJNA|rs)\d{3,12}(?:\.\d{1,3})?(?::[cgpnr]\.[\w>*+=-]{1,30})?/g,
  /(?<![\w])[cgpn]\.[A-Za-z]{0,3}[*-]?\d{1,6}[\w>*+=-]{0,20}/g,
];

/**
 * What finds references in a plain text, registrations and codes of things, none of which is of a person; in the order
 * in which they are blacked out.
 *
 * @example
 * citationsIn('doi 10.1000/182').some((citation) => citation.test('doi 10.1000/182')) //=> true
 */
export function citationsIn(plain: string): RegExp[] {
  const all = europeanTrialHint.test(plain) ? others : others.filter((each) => each !== europeanTrial);
  return [libraryHint.test(plain) ? anyPage : otherPage, ...all];
}
