import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { doseJson } from '../../src/dose/dose-json.ts';
import { alphaBetaFile, compare, refusalOf } from './compare-for-test.ts';

const text = z.string().min(1);
const Reading = z.strictObject({
  input: text,
  reads: text,
  alphaBetaGy: z.array(z.number()).optional(),
  overallWeeks: z.number().optional(),
  overallDays: z.number().optional(),
  fractionsPerWeek: z.number().optional(),
  warnings: z.array(text).default([]),
});
const Table = z.strictObject({
  readings: z.array(Reading).min(250),
  refusals: z.array(z.strictObject({ input: z.string(), refused: text })).min(200),
});
const table = Table.parse(parse(readFileSync(new URL('clinicians-notation.yml', import.meta.url), 'utf8')));
const shown = alphaBetaFile().shown.map(({ alphaBetaGy }) => alphaBetaGy);
const frequencies = ['', ' QD', ' BID', ' TID'];

type Read = ReturnType<typeof doseJson>;

function written({ regimens }: Read): string {
  const phases = regimens.map(({ phases = [] }) =>
    phases.map(
      ({ totalGy, fractions, fractionsPerDay = 0 }) =>
        `${totalGy}/${fractions}${frequencies[fractionsPerDay]}`,
    ),
  );
  return phases.map((one) => one.join(' + ')).join(' vs ');
}

function timeOf({ regimens: [first] }: Read) {
  if (!first || !('fractions' in first)) throw new Error('no schedule was read');
  const { overallWeeks, overallDays, phases } = first;
  return { overallWeeks, overallDays, fractionsPerWeek: phases?.[0]?.fractionsPerWeek };
}

describe('the notation of clinicians', () => {
  test.each(table.readings)(
    '$input is read as $reads',
    ({ input, reads, alphaBetaGy, warnings, ...time }) => {
      const read = doseJson(compare(input));
      expect(written(read)).toBe(reads);
      expect(read.warnings).toEqual(warnings);
      expect(timeOf(read)).toEqual(time);
      const ratios = read.regimens.map(({ results }) => results.map((result) => result.alphaBetaGy));
      expect(ratios).toEqual(read.regimens.map(() => alphaBetaGy ?? shown));
    },
  );

  test.each(table.refusals)('$input is refused as $refused', ({ input, refused }) => {
    const { code, message } = refusalOf(() => compare(input));
    expect(code).toBe(refused);
    expect(message, 'says what to write').toMatch(/Write|Leave/);
    expect(message.replaceAll(/"[^"]*"/g, '')).not.toMatch(/NaN|undefined|Infinity/);
  });
});
