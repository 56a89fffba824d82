import { stringify } from 'yaml';
import type { z } from 'zod';
import type { AlphaBetaFile } from '../../knowledge/alpha-beta-schema.ts';
import type { AbstentionFile } from '../../knowledge/question-schema.ts';
import type {
  CaseSitesFile,
  ConflictsFile,
  KnowledgeBase,
  PublishedFile,
  SourceFile,
  TopicsFile,
  VocabularyFile,
} from '../../knowledge/schema.ts';
import type { SurveillanceTemplate } from '../../knowledge/surveillance-schema.ts';
import { buildKnowledge } from '../../src/knowledge/build-knowledge.ts';
import type { KnowledgeFile } from '../../src/knowledge/read-files.ts';

type ClaimInput = NonNullable<z.input<typeof SourceFile>['claims']>[number];
type TemplateInput = z.input<typeof SurveillanceTemplate>;
type CaseInput = NonNullable<z.input<typeof SourceFile>['cases']>[number];

const abstention: z.input<typeof AbstentionFile> = {
  rules: { injection: ['ignore'], 'patient-advice': ['my patient'], 'small-talk': ['^hello'] },
  model: {
    intercept: -2,
    weights: {
      coverage: 5,
      askLikeness: 0,
      namedInAnswer: 0,
      namedOutside: -3,
      namedElsewhere: -1,
      unknownWords: 0,
      patientElsewhere: 0,
      askedForMissing: 0,
    },
    answeredFrom: 0.5,
    closestFrom: 0.25,
  },
};

export const aClaim = (over: Partial<ClaimInput> = {}): ClaimInput => ({
  id: 'alpha-one',
  topic: 'radiotherapy',
  subtopic: 'dose',
  statement: 'Made-up statement for a test.',
  tumour: 'imt',
  studyType: 'case report',
  n: 1,
  basis: 'observed',
  evidenceLevel: 'C',
  evidenceDirection: 'supports',
  locator: 'Table 1',
  review: { status: 'extracted' },
  reviewBy: '2027-11-23',
  ...over,
});

export const aCase = (over: Partial<CaseInput> = {}): CaseInput => ({
  id: 'alpha-case',
  label: 'Alpha 2001',
  kind: 'single',
  locator: 'Table 1, row Alpha 2001',
  n: 1,
  tumour: 'imt',
  ageYears: { min: 40, max: 40 },
  sex: { male: 1, female: 0 },
  site: 'Made-up site',
  siteGroup: 'other',
  alk: { status: 'not reported' },
  resection: { extent: 'subtotal', printedAs: null },
  radiotherapy: {
    given: { patients: 1, of: 1 },
    schedules: [{ phases: [{ totalDoseGy: 54, fractions: 27, printedAs: '5400cGy/27F' }] }],
  },
  steroid: { status: 'not reported' },
  outcomes: [{ measure: 'PFS', operator: '≥', months: 12, printedAs: 'PFS12' }],
  primary: { checked: 'no', finding: 'Not found.' },
  review: { status: 'extracted' },
  ...over,
});

export const aTemplate = (over: Partial<TemplateInput> = {}): TemplateInput => ({
  id: 'made-up-schedule',
  title: 'Made-up schedule',
  statement: 'Made up for a test.',
  anchorLabel: 'end of treatment',
  examinations: [],
  phases: [{ everyMonths: 6, throughMonths: 24, windowDays: 14, printedAs: 'every 6 months' }],
  source: {
    ...{ label: 'Alpha 2001', year: 2001, url: 'https://example.org/alpha', locator: 'Table 1' },
    ...{ studyType: 'guideline', n: null, seenAs: 'full text' },
  },
  extrapolatedFrom: { tumour: 'imt', statement: 'Not extrapolated.' },
  review: { status: 'extracted' },
  reviewBy: '2027-11-23',
  ...over,
});

const aSource = {
  id: 'alpha',
  label: 'Alpha 2001',
  authorsShort: 'Alpha et al.',
  title: 'A made-up paper',
  journal: null,
  year: 2001,
  doi: '10.1000/alpha',
  pmid: null,
  url: null,
  studyType: 'case report',
  curatedOn: '2026-11-01',
  seenAs: 'full text',
} as const;

const alphaBeta: z.input<typeof AlphaBetaFile> = {
  shown: [{ alphaBetaGy: 10, label: 'made up', response: 'tumour', assumed: true, values: ['made-up'] }],
  values: [
    {
      id: 'made-up',
      tissue: 'none',
      response: 'tumour',
      alphaBetaGy: 10,
      assumed: true,
      statement: 'Made up.',
    },
  ],
  review: { status: 'extracted', by: null, on: null },
};

export interface Contents {
  source: z.input<typeof SourceFile>;
  topics: z.input<typeof TopicsFile>;
  conflicts: z.input<typeof ConflictsFile>;
  vocabulary: z.input<typeof VocabularyFile>;
  caseSites: z.input<typeof CaseSitesFile>;
  published: z.input<typeof PublishedFile>;
  templates: TemplateInput[];
}

/** A small, made-up base whose parts a test can replace; what it says of medicine means nothing. */
export function fixtureContents(over: Partial<Contents['source']> = {}): Contents {
  return {
    source: { source: aSource, claims: [aClaim()], cases: [aCase()], ...over },
    topics: {
      topics: [
        {
          id: 'radiotherapy',
          title: 'Radiotherapy in IMT',
          synonyms: ['radiation', 'RT'],
          hasSchedules: true,
          subtopics: [
            { id: 'dose', heading: 'Dose' },
            { id: 'effect', heading: 'Effect' },
          ],
        },
        {
          id: 'surgery',
          title: 'Surgery',
          synonyms: ['resection'],
          subtopics: [{ id: 'first', heading: 'First choice' }],
        },
      ],
    },
    conflicts: { conflicts: [] },
    vocabulary: {
      concepts: [{ id: 'margins', label: 'Margins', terms: ['R0', 'R1'], topic: 'surgery' }],
      spelling: { tumour: 'tumor' },
      words: [
        { id: 'imt', kind: 'disease', terms: ['IMT'] },
        { id: 'radiotherapy', kind: 'modality', terms: ['radiotherapy', 'RT'] },
        { id: 'crizotinib', kind: 'drug', terms: ['crizotinib'] },
        { id: 'dose', kind: 'attribute', terms: ['dose'] },
      ],
      everyday: 'who port',
      ignored: 'the of in was',
    },
    caseSites: {
      sites: [
        { group: 'orbit', label: 'Orbit', terms: ['orbit', 'eye socket'] },
        { group: 'lung-airway', label: 'Lung and airway', terms: ['lung', 'trachea'] },
      ],
      review: { status: 'extracted' },
    },
    published: { statements: {} },
    templates: [],
  };
}

export function fixtureFiles(contents: Contents = fixtureContents()): KnowledgeFile[] {
  return [
    { path: 'abstention.yml', text: stringify(abstention) },
    { path: 'alpha-beta.yml', text: stringify(alphaBeta) },
    { path: 'case-sites.yml', text: stringify(contents.caseSites) },
    { path: 'conflicts.yml', text: stringify(contents.conflicts) },
    { path: 'published.yml', text: stringify(contents.published) },
    { path: 'sources/alpha.yml', text: stringify(contents.source) },
    ...contents.templates.map((template) => ({
      path: `surveillance/${template.id}.yml`,
      text: stringify(template),
    })),
    { path: 'topics.yml', text: stringify(contents.topics) },
    { path: 'vocabulary.yml', text: stringify(contents.vocabulary) },
  ];
}

/** A review that holds for {@link aClaim} with the same changes to it. */
export function aReview(over: Partial<ClaimInput> = {}): Extract<ClaimInput['review'], object> {
  const claim = aClaim(over);
  const content = fixtureKnowledge(fixtureContents({ claims: [claim] })).claims.get(claim.id)?.contentHash;
  return { status: 'reviewed', by: 'A. Reviewer', on: '2026-11-02', ...(content ? { content } : {}) };
}

export function fixtureKnowledge(contents?: Contents): KnowledgeBase {
  return buildKnowledge(fixtureFiles(contents));
}
