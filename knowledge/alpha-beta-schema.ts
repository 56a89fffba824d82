/** The shape of `alpha-beta.yml`: which α/β are shown, and every value by tissue with where it comes from. */
import { z } from 'zod';
import { doi, id, text } from './schema-fields.ts';

const gy = z.number().positive('expected an α/β above 0 Gy');

const AlphaBetaSource = z.strictObject({
  label: text,
  doi: doi.default(null),
  pmcid: z
    .string()
    .regex(/^PMC\d+$/, 'expected PMC and digits')
    .nullable()
    .default(null),
  url: z.url().nullable().default(null),
  locator: text.nullable().default(null),
  seenAs: text.describe('what of it was read: a copy, a table, a secondary page'),
});

export const AlphaBetaValue = z
  .strictObject({
    id,
    tissue: text,
    response: z.enum(['tumour', 'late']).describe('late tissue is given no repopulation'),
    alphaBetaGy: gy.nullable().default(null).describe('null when only a range is given'),
    rangeGy: z.tuple([gy, gy]).nullable().default(null),
    assumed: z.boolean().describe('taken as a convention, not measured in this tissue'),
    statement: text,
    sources: z.array(AlphaBetaSource).default([]),
    caveat: text.nullable().default(null),
  })
  .refine(({ alphaBetaGy, rangeGy }) => alphaBetaGy !== null || rangeGy !== null, {
    message: 'expected alphaBetaGy, rangeGy or both',
  })
  .refine(({ assumed, sources }) => assumed || sources.length > 0, {
    message: 'a value without a source must say assumed: true',
  });

export const AlphaBetaFile = z
  .strictObject({
    shown: z
      .array(
        z.strictObject({
          alphaBetaGy: gy,
          label: text,
          response: z.enum(['tumour', 'late']),
          assumed: z.boolean(),
          values: z.array(id).min(1).describe('the values below that this one rests on'),
        }),
      )
      .min(1)
      .describe('the α/β of a comparison that names none, in order'),
    noValueFor: z.array(z.strictObject({ tissue: text, statement: text })).default([]),
    values: z.array(AlphaBetaValue).min(1),
    toleranceReferences: z
      .array(z.strictObject({ label: text, url: z.url(), note: text.nullable().default(null) }))
      .default([])
      .describe('where organ tolerances can be read; only linked, since the app knows no organ dose'),
    review: z.strictObject({
      status: z.enum(['extracted', 'reviewed']),
      by: text.nullable(),
      on: text.nullable(),
    }),
  })
  .superRefine(({ shown, values }, context) => {
    const ids = values.map((value) => value.id);
    for (const twice of ids.filter((one, at) => ids.indexOf(one) !== at)) {
      context.addIssue({ code: 'custom', path: ['values'], message: `${twice} stands here twice` });
    }
    for (const [at, { values: named }] of shown.entries()) {
      for (const missing of named.filter((one) => !ids.includes(one))) {
        context.addIssue({
          code: 'custom',
          path: ['shown', at, 'values'],
          message: `there is no value ${missing}`,
        });
      }
    }
  });

export type AlphaBetaFile = z.infer<typeof AlphaBetaFile>;
export type AlphaBetaValue = z.infer<typeof AlphaBetaValue>;
/** One α/β that comparisons show when none is asked for. */
export type ShownAlphaBeta = AlphaBetaFile['shown'][number];
