/** What is known of a publication when its file is begun; null for what is not. */
export interface DraftFacts {
  key: string;
  title: string | null;
  year: number | null;
  doi: string | null;
  authors: string | null;
  writtenBy: string;
  /** As 2026-11-23. */
  curatedOn: string;
}

/** The text of a source file to be filled in. What was not given stays empty: nothing is made up. */
export function draftText({ key, title, year, doi, authors, writtenBy, curatedOn }: DraftFacts): string {
  const quoted = (text: string | null) => (text === null ? '' : ` ${JSON.stringify(text)}`);
  const family = authors?.match(/^[\p{L}'’-]+/u)?.[0] ?? null;
  const label = family !== null && year !== null ? `${family} ${year}` : null;
  return `# yaml-language-server: $schema=../schema.json#/$defs/SourceFile
# While this line stands, nothing of this file is shown to anybody. Take it out when all is filled in.
draft: true

source:
  id: ${key}
  # How a source line names it, as: Guo 2024
  label:${quoted(label)}
  # Unknown? Write null, and name the field under gaps. Never guess.
  authorsShort:${quoted(authors) || ' null'}
  title:${quoted(title) || ' null'}
  journal: null
  year: ${year ?? 'null'}
  doi: ${doi ?? 'null'}
  # Digits only, in quotes, as: "12345678"
  pmid: null
  url: ${doi === null ? 'null' : `https://doi.org/${doi}`}
  # One of: meta-analysis, systematic review, prospective trial, prospective trial (ongoing), prospective registry,
  # retrospective series, case report, guideline, regulatory, review, letter, patient information
  studyType:
  curatedOn: ${curatedOn}
  writtenBy: ${JSON.stringify(writtenBy)}
  # What of it you read: full text, abstract, or a secondary page
  seenAs:
  # Each field above that is null and stays so, as: - PMID
  gaps: []

claims:
  # One statement, one finding. Copy these lines for the next one.
  # Its id for ever: add a word or two of what it says behind the hyphen, as: guo-2024-case-dose
  - id: ${key}-
    # A topic and one of its subtopics, as knowledge/topics.yml lists them
    topic:
    subtopic:
    # In your own words, one or two sentences; never a sentence of the paper
    statement:
    # The figures of the statement, as: - { name: responded, value: 3, unit: patients, n: 7 }
    # To those that /imt compare is to show add  measure: response  (who responded) or  measure: control  (whose disease
    # was held or came back, and when); where the statement names several drugs, say in the name of which one it is
    figures: []
    # imt, eims (epithelioid variant), sts (soft-tissue sarcoma), or other
    tumour:
    # Of the kinds listed above
    studyType:
    # Patients behind this statement; null when the paper does not say
    n: null
    # observed (in the paper's own patients), cited (taken from others), or opinion
    basis:
    # A validated, B clinical, C case study, D preclinical, E inferential
    evidenceLevel:
    # supports, does-not-support, or not-applicable
    evidenceDirection:
    # Where it stands, as: Results, paragraph 2
    locator:
    # What a reader must be warned of, as: - text: Two patients were lost to follow-up.
    caveats: []
    # Leave this as it is. Somebody else reviews it with: npm run -s imt -- kb review
    review: { status: extracted }
    # The day after which it has to be looked at again, as: 2027-11-23
    reviewBy:
`;
}
