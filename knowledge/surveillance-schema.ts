/** The shape of `surveillance/*.yml`: one schedule of follow-up a file, with where it comes from. */
import { z } from 'zod';
import { ContentReview, type LoadedReview, StudyType, Tumour } from './schema.ts';
import { doi, id, onDate, text } from './schema-fields.ts';

const months = z.int().min(1).max(600);

const SurveillanceSource = z.strictObject({
  label: text.describe('how a source line names it: "Guo 2024"'),
  sourceId: id.nullable().default(null).describe('its file in sources/, when it has one'),
  year: z.int().nullable(),
  doi: doi.default(null),
  url: z.url().nullable().default(null),
  locator: text,
  studyType: StudyType,
  n: z.int().min(1).nullable().describe('patients behind the schedule; null when it names none'),
  seenAs: text.describe('what of it was read: full text, a page, a quotation'),
});

const Phase = z
  .strictObject({
    everyMonths: months,
    throughMonths: months.describe('counted from the anchor; the last date of the phase may lie on it'),
    windowDays: z.int().min(0).describe('days each way; ours, no source gives one'),
    printedAs: text.describe('the interval and the period in the source, as "3–4 months, first 2–3 years"'),
    chosen: text.nullable().default(null).describe('what we picked of a range or an open end'),
  })
  .refine(({ everyMonths, windowDays }) => windowDays * 2 < everyMonths * 28, {
    path: ['windowDays'],
    message: 'expected a window that does not reach the next date',
  });

export const SurveillanceTemplate = z
  .strictObject({
    id,
    title: text,
    statement: text.describe('what the source says, in our own words'),
    anchorLabel: text.describe('the day from which it counts, as "end of treatment"'),
    examinations: z
      .array(z.strictObject({ modality: text, printedAs: text }))
      .describe('empty when the source speaks of visits and names no examination: the clinician picks'),
    phases: z.array(Phase).min(1),
    source: SurveillanceSource,
    extrapolatedFrom: z.strictObject({ tumour: Tumour, statement: text }),
    caveats: z.array(z.strictObject({ text, source: text, url: z.url() })).default([]),
    writtenBy: text
      .nullable()
      .default(null)
      .describe('the person who wrote or last changed it; empty: software extracted it'),
    review: ContentReview,
    reviewBy: onDate,
  })
  .superRefine(({ phases, source }, context) => {
    for (const [at, phase] of phases.entries()) {
      const before = phases[at - 1]?.throughMonths ?? 0;
      if (phase.throughMonths >= before + phase.everyMonths) continue;
      const message = 'expected a phase that holds a date or more behind the one before it';
      context.addIssue({ code: 'custom', path: ['phases', at, 'throughMonths'], message });
    }
    if (source.doi !== null || source.url !== null) return;
    context.addIssue({ code: 'custom', path: ['source'], message: 'expected a doi or a url' });
  });

export type SurveillanceTemplate = Omit<z.infer<typeof SurveillanceTemplate>, 'review'> & {
  review: LoadedReview;
};
