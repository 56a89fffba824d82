/**
 * The shape of everything under `knowledge/`, and the one place that says so.
 * `schema.json` is written from here (`npm run schema`) for editors; a stale one fails the tests.
 * It is long because a curator reads it from top to bottom as one page.
 */
import { z } from 'zod';
import type { AlphaBetaFile } from './alpha-beta-schema.ts';
import { type AbstentionFile, type QuestionWords, questionWords } from './question-schema.ts';
import { doi, id, onDate, text } from './schema-fields.ts';
import type { SurveillanceTemplate } from './surveillance-schema.ts';

const count = z.int().min(0);
const auditFacts = z
  .array(z.int().min(1))
  .default([])
  .describe('numbers of the facts of this source, as its audit counts them, that this entry carries');
const auditProblems = z
  .array(z.string().regex(/^\d+\.\d+$/, 'expected an audit number as "3.5", in quotes'))
  .default([])
  .describe('numbers of the problems of this source, as its audit counts them, that this entry states');

const contentHash = z
  .string()
  .regex(/^[0-9a-f]{12}$/, 'expected twelve hexadecimal digits, in quotes, as `imt kb` writes them');
const writtenBy = text.nullable().default(null);

const excerpts = z
  .array(z.string().regex(/^IMT-[A-Z]+-\d{3}$/, 'expected a number as IMT-RT-001'))
  .default([])
  .describe('numbers of the excerpts, which are not ours to publish, that this entry was written from');

const listed = z
  .array(z.string().regex(/^C\d{2}$/, 'expected a number as C04'))
  .default([])
  .describe('numbers of this disagreement in the list of those between sources');

export const Operator = z.enum(['=', '≈', '≥', '≤', '>', '<']);

/** The same tumour, its epithelioid variant, soft-tissue sarcoma in general, or another tumour. */
export const Tumour = z.enum(['imt', 'eims', 'sts', 'other']);

export const StudyType = z.enum([
  'meta-analysis',
  'systematic review',
  'prospective trial',
  'prospective trial (ongoing)',
  'prospective registry',
  'retrospective series',
  'case report',
  'guideline',
  'regulatory',
  'review',
  'letter',
  'patient information',
]);

/** CIViC's levels: A validated, B clinical, C case study, D preclinical, E inferential. */
export const EvidenceLevel = z.enum(['A', 'B', 'C', 'D', 'E']);

/** CIViC's directions; `not-applicable` for a statement that argues neither way. */
export const EvidenceDirection = z.enum(['supports', 'does-not-support', 'not-applicable']);

const range = z
  .tuple([z.number(), z.number()])
  .refine(([low, high]) => low <= high, { message: 'expected the lower end first, as [20, 40]' });

const ConfidenceInterval = z
  .strictObject({
    levelPercent: z
      .number()
      .min(50, 'expected the level in percent, as 95')
      .max(99.99, 'expected the level in percent, as 95'),
    low: z.number(),
    high: z.number(),
  })
  .refine(({ low, high }) => low <= high, { path: ['low'], message: 'expected low below high' });

/** No quotes and no stray signs: a comparison and a table go by the unit as it is written. */
const unit = text.refine((written) => /^[\p{L}\p{M}\p{N}%‰°×·/().,+^\u207B -]+$/u.test(written), {
  error: ({ input }) =>
    `expected a unit of letters, digits and signs as % or ×, without quotes: ${input} has others`,
});

const figureFields = z.strictObject({
  name: text.describe('what was counted or measured, as "recurred after low-dose radiotherapy"'),
  operator: Operator.default('='),
  value: z.number().nullable().default(null).describe('null when only a range is given'),
  unit: unit.describe('Gy, fractions, mg, %, patients, months, years, weeks, cm, ×10⁹/L …'),
  n: count.nullable().default(null).describe('of how many; with unit "patients" value is the events'),
  range: range.nullable().default(null),
  ci: ConfidenceInterval.nullable().default(null),
  measure: z
    .enum(['response', 'control'])
    .nullable()
    .default(null)
    .describe(
      'in a comparison of treatments: who responded; or whose disease was held or came back, and when',
    ),
});

/** A slip of the pen in a figure is the one that nobody sees in the sentence. */
export const Figure = figureFields
  .refine(({ value, range }) => value !== null || range !== null, {
    message: 'expected a value, or a range, or both',
  })
  .refine(({ unit, value }) => unit !== '%' || value === null || (value >= 0 && value <= 100), {
    path: ['value'],
    message: 'expected a percentage from 0 to 100',
  })
  .refine(({ unit, value, n }) => unit !== 'patients' || value === null || n === null || value <= n, {
    path: ['n'],
    message: 'expected n, all who were looked at, to be no less than value, who had it',
  })
  .refine(({ value, ci }) => value === null || ci === null || (ci.low <= value && value <= ci.high), {
    path: ['ci'],
    message: 'expected a confidence interval that holds the value',
  });

export const Caveat = z.strictObject({ text, auditProblems });

export const Review = z
  .strictObject({
    status: z.enum(['extracted', 'reviewed']),
    by: text.nullable().default(null),
    on: onDate.nullable().default(null),
  })
  .refine((review) => review.status === 'extracted' || (review.by !== null && review.on !== null), {
    message: 'a reviewed entry expects by and on: who reviewed it, and when',
  });

/** Of a statement, a published case or a template: what was approved is its content at that moment, so that a later change is not. */
export const ContentReview = z
  .strictObject({
    status: z.enum(['extracted', 'reviewed']),
    by: text.nullable().default(null),
    on: onDate.nullable().default(null),
    content: contentHash
      .nullable()
      .default(null)
      .describe('the hash of what was reviewed; `imt kb review` writes it'),
  })
  .refine(({ status, by, on, content }) => status === 'extracted' || (by && on && content), {
    message: 'a reviewed entry expects by, on and content: let `npm run -s imt -- kb review` write all three',
  });

/** Why somebody says that a statement is wrong. */
export const FlagReason = z.enum([
  'differs-from-source',
  'wrong-figure',
  'missing-warning',
  'outdated',
  'other',
]);

/** What a curator decided of a flag in the running app; `imt kb patch` carries it over. */
export const DecidedFlag = z.strictObject({
  on: onDate.describe('when the statement was flagged'),
  reason: FlagReason,
  outcome: z.enum(['upheld', 'rejected']),
  decidedOn: onDate,
  content: contentHash.describe('of the statement as it was flagged: once it is corrected, the mark goes'),
});

export const Claim = z.strictObject({
  id,
  topic: id,
  subtopic: id,
  statement: text.describe('in our own words; figures and facts carry over, sentences never do'),
  figures: z.array(Figure).default([]),
  tumour: Tumour,
  studyType: StudyType,
  n: count.nullable().describe('patients behind this statement; null when the source does not say'),
  basis: z
    .enum(['observed', 'cited', 'opinion'])
    .describe('seen in the source’s own patients; taken by it from others; or its authors’ view'),
  citedReferences: z
    .array(z.int())
    .default([])
    .describe('for a cited statement: the reference numbers as the source prints them'),
  evidenceLevel: EvidenceLevel,
  evidenceDirection: EvidenceDirection,
  locator: text.describe('"Discussion, paragraph 2", "Table 1, row Lee 2006"'),
  jurisdiction: text.nullable().default(null),
  caveats: z.array(Caveat).default([]),
  tags: z
    .array(text)
    .default([])
    .describe('words by which it is looked for and which it does not say itself'),
  asks: z.array(text).default([]).describe('questions that this statement answers'),
  auditFacts,
  excerpts,
  writtenBy: writtenBy.describe('who wrote or last changed this statement, when not who wrote the others'),
  review: ContentReview,
  flags: z.array(DecidedFlag).default([]),
  reviewBy: onDate.describe('the day after which the statement counts as stale'),
  retracted: z.strictObject({ on: onDate, reason: text }).nullable().default(null),
});

const PatientCount = z
  .strictObject({ patients: count, of: count })
  .refine(({ patients, of }) => patients <= of, { path: ['of'], message: 'expected no fewer than patients' });

export const RadiotherapyPhase = z.strictObject({
  totalDoseGy: z.number().positive().nullable(),
  fractions: z.int().positive().nullable(),
  technique: text.nullable().default(null),
  target: text.nullable().default(null),
  printedAs: text.describe('the schedule exactly as the source prints it'),
});

export const RadiotherapySchedule = z.strictObject({
  given: PatientCount.nullable().default(null).describe('in a series: how many had this schedule'),
  phases: z.array(RadiotherapyPhase).min(1),
  doubtful: text.nullable().default(null).describe('why the schedule must not be taken as printed'),
});

export const SiteGroup = z.enum([
  'lung-airway',
  'mediastinum',
  'skull-base',
  'orbit',
  'head-neck',
  'central-nervous-system',
  'abdomen-pelvis',
  'soft-tissue',
  'other',
]);

export const PublishedCase = z.strictObject({
  id,
  label: text.describe('"Lee 2006"'),
  kind: z.enum(['single', 'series']),
  locator: text,
  n: count,
  tumour: Tumour,
  ageYears: z
    .strictObject({ min: z.number(), max: z.number() })
    .refine(({ min, max }) => min <= max, { path: ['min'], message: 'expected min below max, in years' })
    .nullable(),
  sex: z.strictObject({ male: count, female: count }).nullable(),
  site: text,
  siteGroup: SiteGroup,
  alk: z.strictObject({
    status: z.enum(['positive', 'negative', 'mixed', 'not reported']),
    testedBy: z.array(z.enum(['IHC', 'FISH', 'NGS', 'RT-PCR'])).default([]),
  }),
  resection: z.strictObject({
    extent: z.enum(['complete', 'subtotal', 'biopsy only', 'none', 'mixed', 'not reported']),
    printedAs: text.nullable(),
  }),
  radiotherapy: z.strictObject({
    given: PatientCount,
    schedules: z.array(RadiotherapySchedule).describe('empty when the dose is not reported'),
  }),
  systemicTherapy: z
    .array(z.strictObject({ agent: text, printedAs: text.nullable().default(null) }))
    .default([]),
  steroid: z.strictObject({
    status: z.enum(['given', 'not given', 'not reported']),
    given: PatientCount.nullable().default(null),
  }),
  outcomes: z.array(
    z.strictObject({
      measure: text.describe('PFS, follow-up …'),
      operator: Operator,
      months: z.number().nullable().describe('null when the source says it was not reported'),
      printedAs: text,
    }),
  ),
  recurrences: z
    .array(
      z.strictObject({ group: text, events: count, n: count }).refine(({ events, n }) => events <= n, {
        path: ['n'],
        message: 'expected n, all who were followed, to be no less than events',
      }),
    )
    .default([])
    .describe('events of n, for each group that the source counts'),
  toxicities: z.array(text).default([]),
  primary: z.strictObject({
    checked: z.enum(['no', 'part', 'yes', 'is this source']),
    finding: text.describe('what the primary publication says about this row, or that it was not found'),
    doi: text.nullable().default(null),
    pmid: text.nullable().default(null),
  }),
  warnings: z.array(Caveat).default([]),
  auditFacts,
  writtenBy: writtenBy.describe('who wrote or last changed this case, when not who wrote the others'),
  review: ContentReview,
});

/** What the source prints wrongly or doubtfully, and what we take it to be. */
export const Misprint = z.strictObject({
  id,
  locator: text,
  printed: text,
  read: text.nullable().describe('our reading; null when no reading may be given'),
  standing: z.enum(['confirmed by the primary', 'contradicted by the primary', 'our reading', 'unresolved']),
  explanation: text,
  claims: z.array(id).default([]),
  cases: z.array(id).default([]),
  auditProblems,
});

const oldestYear = 1900;
const yearAfter = (on: string) => Number(on.slice(0, 4)) + 1;

const sourceFields = z.strictObject({
  id,
  label: text.describe('how a source line names it: "Guo 2024"'),
  authorsShort: text.nullable(),
  title: text.nullable(),
  journal: text.nullable(),
  year: z.int().nullable(),
  doi,
  pmid: z.string().regex(/^\d+$/, 'expected a PMID: digits only, in quotes').nullable(),
  url: z.url().nullable(),
  studyType: StudyType,
  curatedOn: onDate.describe('when this file was last changed'),
  writtenBy: writtenBy.describe(
    'the person who wrote the entries; empty: software extracted them, nobody wrote',
  ),
  seenAs: text.describe('what of it was read: full text, abstract, a secondary page'),
  gaps: z.array(text).default([]).describe('bibliographic fields that are unknown and stay empty'),
  overlapsWith: z.array(id).default([]).describe('sources whose patients may be the same'),
  limits: z.array(Caveat).default([]).describe('what a reader should know of the source as a whole'),
  audit: z
    .strictObject({ facts: z.int().positive(), problems: z.int().positive() })
    .nullable()
    .default(null)
    .describe('how many facts and problems its audit counted, each of which must be used or left out'),
});

/** A paper may bear the year after the one in which it was read. */
export const Source = sourceFields.refine(
  ({ year, curatedOn }) => year === null || (year >= oldestYear && year <= yearAfter(curatedOn)),
  {
    path: ['year'],
    error: ({ input }) =>
      `expected a year from ${oldestYear} to ${yearAfter((input as { curatedOn: string }).curatedOn)}, the one after curatedOn`,
  },
);

export const SourceFile = z.strictObject({
  draft: z.boolean().default(false).describe('true while the file is being written: nothing of it is shown'),
  source: Source,
  claims: z.array(Claim).default([]),
  cases: z.array(PublishedCase).default([]),
  misprints: z.array(Misprint).default([]),
  leftOut: z
    .array(z.strictObject({ auditFacts, excerpts, reason: text }))
    .default([])
    .describe('what is known of this source and not shown, and why'),
});

export const Topic = z.strictObject({
  id,
  title: text,
  synonyms: z.array(text).default([]),
  subtopics: z.array(z.strictObject({ id, heading: text })).min(1),
  isTreatment: z.boolean().default(false).describe('whether it can be an option of a comparison'),
  hasSchedules: z
    .boolean()
    .default(false)
    .describe('whether the table of published radiotherapy schedules belongs to this topic'),
  keyFigures: z
    .array(
      z.strictObject({
        claim: id,
        figure: text,
        warning: text
          .nullable()
          .default(null)
          .describe('the one short line that must stand beside the figure when its claim carries warnings'),
      }),
    )
    .default([])
    .describe('figures of claims, in the order in which the summary opens with them'),
});

export const Conflict = z
  .strictObject({
    id,
    topics: z.array(id).min(1),
    title: text,
    sides: z.array(z.strictObject({ position: text, claims: z.array(id).min(1) })).min(1),
    leftOut: z
      .array(z.strictObject({ position: text, reason: text }))
      .default([])
      .describe('sides without a statement in this base: named with the reason, never shown as evidence'),
    likelyReason: text,
    verdict: text.nullable().default(null),
    auditProblems,
    listed,
    review: Review,
  })
  .refine(({ sides, leftOut }) => sides.length + leftOut.length > 1, {
    message: 'a disagreement expects two sides, of which one may be left out with its reason',
  });

export const Concept = z.strictObject({
  id,
  label: text,
  terms: z.array(text).min(1).describe('other words for it, British and American, and abbreviations'),
  topic: id.nullable().default(null).describe('the topic to offer to who writes one of these words'),
  isTreatment: z.boolean().default(false).describe('whether its words can be options of a comparison'),
});

/** The words by which the published cases can be asked for a site: those of their own sites, and the groups’ names. */
export const CaseSite = z.strictObject({
  group: SiteGroup,
  label: text,
  terms: z.array(text).min(1),
});

/** What once happened to a statement, as readers saw it. */
export const LedgerEntry = z.discriminatedUnion('did', [
  z.strictObject({ did: z.literal('added'), on: onDate, source: id, content: contentHash }),
  z.strictObject({ did: z.literal('changed'), on: onDate, content: contentHash, because: text }),
  z.strictObject({ did: z.literal('retracted'), on: onDate, because: text }),
  z.strictObject({ did: z.literal('restored'), on: onDate, because: text }),
  z.strictObject({ did: z.literal('replaced'), on: onDate, by: id, because: text }),
  z.strictObject({ did: z.literal('withdrawn'), on: onDate, because: text }),
]);

/** Every statement that was ever published, by id, with what happened to it, oldest first. */
export const PublishedFile = z.strictObject({ statements: z.record(id, z.array(LedgerEntry).min(1)) });

export const TopicsFile = z.strictObject({ topics: z.array(Topic).min(1) });
export const ConflictsFile = z.strictObject({
  conflicts: z.array(Conflict),
  leftOut: z.array(z.strictObject({ listed, reason: text })).default([]),
});
export const VocabularyFile = z.strictObject({ concepts: z.array(Concept), ...questionWords });
export const CaseSitesFile = z.strictObject({ sites: z.array(CaseSite), review: Review });

export type FlagReason = z.infer<typeof FlagReason>;
export type Source = z.infer<typeof Source>;
export type Figure = z.infer<typeof Figure>;
export type Caveat = z.infer<typeof Caveat>;
export type LedgerEntry = z.infer<typeof LedgerEntry>;
/** As loaded: `lapsed` when the entry was changed after its review. */
export type LoadedReview = Omit<z.infer<typeof ContentReview>, 'status'> & {
  status: 'extracted' | 'reviewed' | 'lapsed';
};
export type Claim = Omit<z.infer<typeof Claim>, 'review'> & { review: LoadedReview };
export type Misprint = z.infer<typeof Misprint>;
export type PublishedCase = Omit<z.infer<typeof PublishedCase>, 'review'> & { review: LoadedReview };
export type SiteGroup = z.infer<typeof SiteGroup>;
export type CaseSite = z.infer<typeof CaseSite>;
export type RadiotherapySchedule = z.infer<typeof RadiotherapySchedule>;
export type Conflict = z.infer<typeof Conflict>;
export type Topic = z.infer<typeof Topic>;
export type Concept = z.infer<typeof Concept>;

/** A claim, case or misprint together with the source that it stands in. */
export type Sourced<T> = T & { sourceId: string };

/** A statement as loaded, with the hash of what a reader is told by it. */
export type LoadedClaim = Sourced<Claim> & { contentHash: string };

/** A published case as loaded, with the same. */
export type LoadedCase = Sourced<PublishedCase> & { contentHash: string };

/** A template of follow-up as loaded, with the same. */
export type LoadedTemplate = SurveillanceTemplate & { contentHash: string };

/** What stands beside a statement that somebody flagged, until a curator has decided or it is corrected. */
export interface ClaimMark {
  standing: 'under review' | 'found wrong';
  /** When it was flagged first, or found wrong. */
  on: string;
  reasons: readonly FlagReason[];
}

/** The whole base as loaded: checked, cross-referenced, and not changed after. */
export interface KnowledgeBase {
  /** Content hash (seven hexadecimal digits) and the date of the newest change, as 2026-11-23. */
  version: { hash: string; date: string };
  sources: ReadonlyMap<string, Source>;
  claims: ReadonlyMap<string, LoadedClaim>;
  /** Every statement ever published, those that are gone too. */
  published: ReadonlyMap<string, readonly LedgerEntry[]>;
  /** Files that are still being written, of which nothing is loaded: `sources/key.yml`. */
  drafts: readonly string[];
  cases: ReadonlyMap<string, LoadedCase>;
  misprints: readonly Sourced<Misprint>[];
  conflicts: readonly Conflict[];
  topics: readonly Topic[];
  vocabulary: readonly Concept[];
  caseSites: readonly CaseSite[];
  /** How questions are read, and when they are not answered. */
  questionWords: QuestionWords;
  abstention: AbstentionFile;
  /** α/β by tissue, and which of them a dose comparison shows. */
  alphaBeta: AlphaBetaFile;
  surveillance: readonly LoadedTemplate[];
  /** By the id of the claim; nothing where no store is read, as on the command line. */
  marks?: ReadonlyMap<string, ClaimMark>;
}
