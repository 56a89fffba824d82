import type { Claim, KnowledgeBase, Sourced } from '../../../knowledge/schema.ts';

/** Where a claim can be found by: its own words, its tags, its headings and the questions it answers. */
export interface ClaimText {
  text: string;
  tags: string;
  topic: string;
  source: string;
  asks: readonly string[];
}

/** What the unit of a figure says a statement is about. */
const aboutUnit: Readonly<Record<string, string>> = {
  '%': 'percentage',
  Gy: 'dose',
  fractions: 'fractions',
  mg: 'dose mg',
  'mg/m²': 'dose mg',
  cm: 'size',
};

/** What is counted in a comparison of treatments; statements say it in other words, as "10 of 21 responded". */
const aboutMeasure = { response: 'response rate', control: 'disease control' } as const;

/**
 * The words of a claim, apart by where they come from.
 *
 * @example
 * claimText(lee2006, knowledge).topic //=> 'Radiotherapy Published patients, row by row'
 */
export function claimText(
  claim: Sourced<Claim>,
  { topics, sources }: Pick<KnowledgeBase, 'topics' | 'sources'>,
): ClaimText {
  const topic = topics.find(({ id }) => id === claim.topic);
  const heading = topic?.subtopics.find(({ id }) => id === claim.subtopic)?.heading;
  const source = sources.get(claim.sourceId);
  const units = claim.figures.flatMap(({ unit }) => aboutUnit[unit] ?? []);
  const measures = claim.figures.flatMap(({ measure }) => (measure === null ? [] : aboutMeasure[measure]));
  return {
    text: claim.statement,
    tags: [...claim.tags, ...claim.figures.map(({ name }) => name), ...units, ...new Set(measures)].join(
      ' . ',
    ),
    topic: [topic?.title ?? '', heading ?? ''].join(' . '),
    source: [source?.label ?? '', source?.authorsShort ?? '', tableOf(claim.locator)].join(' . '),
    asks: claim.asks,
  };
}

/** Of where a claim stands people name the table or figure; "Case presentation" would match every case. */
function tableOf(locator: string): string {
  return locator.match(/(?:Table|Figure) \d+/)?.[0] ?? '';
}
