/** The shape of what reads questions: words of the field in `vocabulary.yml`, and `abstention.yml`. */
import { z } from 'zod';
import { id, text } from './schema-fields.ts';

const wordList = text
  .transform((line) => line.split(/\s+/))
  .describe('words in small letters, with spaces between them');

export const WordKind = z.enum([
  'disease',
  'case',
  'attribute',
  'tumour',
  'other-disease',
  'drug',
  'modality',
  'gene',
  'marker',
  'test',
  'site',
  'effect',
  'outcome',
  'population',
]);

export const FieldWord = z.strictObject({
  id,
  kind: WordKind,
  terms: z.array(text).min(1).describe('mean the same in a question and in a statement'),
  broader: z.array(id).default([]).describe('what a statement that names it also speaks of'),
  classOnly: z
    .boolean()
    .default(false)
    .describe('a question about it is answered by a statement about its class, and told so'),
});

/** The parts of `vocabulary.yml` that read questions; its concepts offer topics. */
export const questionWords = {
  spelling: z.record(text, text).describe('parts of words: British to American'),
  words: z.array(FieldWord).min(1),
  everyday: wordList,
  ignored: wordList,
};

const patterns = z
  .array(text.refine(compiles, { message: 'expected a regular expression' }))
  .min(1)
  .describe('regular expressions, tried on the question in small letters');

function compiles(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}

/** What a model of the gate weighs; `evidence/questions/gate-features.ts` says what each one measures. */
export const FeatureName = z.enum([
  'coverage',
  'askLikeness',
  'namedInAnswer',
  'namedOutside',
  'namedElsewhere',
  'unknownWords',
  'patientElsewhere',
  'askedForMissing',
]);

export const AbstentionFile = z.strictObject({
  rules: z.strictObject({
    injection: patterns,
    'patient-advice': patterns,
    'small-talk': patterns,
  }),
  /** Logistic regression; written by `fit-abstention.ts`, never by hand. */
  model: z.strictObject({
    intercept: z.number(),
    weights: z.record(FeatureName, z.number()),
    answeredFrom: z.number().min(0).max(1),
    closestFrom: z.number().min(0).max(1),
  }),
});

export type FieldWord = z.infer<typeof FieldWord>;
export type WordKind = z.infer<typeof WordKind>;
export type FeatureName = z.infer<typeof FeatureName>;
export type AbstentionFile = z.infer<typeof AbstentionFile>;

/** Words as loaded, for the reading of questions. */
export interface QuestionWords {
  spelling: Readonly<Record<string, string>>;
  words: readonly FieldWord[];
  everyday: readonly string[];
  ignored: readonly string[];
}
