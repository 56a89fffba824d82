import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseComparison } from '../../src/dose/parse-comparison.ts';
import { readBack } from '../../src/dose/read-back.ts';
import { compare, refusalOf } from './compare-for-test.ts';

const text = z.string().min(1);
const Row = z.strictObject({
  input: text,
  alphaBetaGy: z.number(),
  bedGy: z.number().optional(),
  eqd2Gy: z.number().optional(),
  tolerance: z.number().positive(),
  source: text,
});
const Table = z.strictObject({
  printed: z.array(Row.refine((row) => row.bedGy !== undefined || row.eqd2Gy !== undefined)).min(40),
  misprinted: z.array(Row.extend({ eqd2Gy: z.number(), printedEqd2Gy: z.number() })).min(1),
  readings: z
    .array(z.strictObject({ input: text, reads: text, warnings: z.array(text).default([]) }))
    .min(40),
  refusals: z.array(z.strictObject({ input: z.string(), code: text, says: text.optional() })).min(40),
});
const table = Table.parse(parse(readFileSync(new URL('published-values.yml', import.meta.url), 'utf8')));

function resultOf(input: string, alphaBetaGy: number) {
  const result = compare(`${input} ab=${alphaBetaGy}`).regimens[0]?.results[0];
  if (!result) throw new Error(`no result for ${input}`);
  return result;
}

describe('a published value', () => {
  test.each(table.printed)('of $input at α/β $alphaBetaGy comes out within $tolerance ($source)', (row) => {
    const result = resultOf(row.input, row.alphaBetaGy);
    const near = (value: number, printed: number) =>
      expect(Math.abs(value - printed)).toBeLessThanOrEqual(row.tolerance);
    if (row.bedGy !== undefined) near(result.bedGy, row.bedGy);
    if (row.eqd2Gy !== undefined) near(result.eqd2Gy, row.eqd2Gy);
  });

  test.each(table.misprinted)('of $input that its source prints wrongly is not copied', (row) => {
    const { eqd2Gy } = resultOf(row.input, row.alphaBetaGy);
    expect(Math.abs(eqd2Gy - row.eqd2Gy)).toBeLessThanOrEqual(row.tolerance);
    expect(Math.abs(eqd2Gy - row.printedEqd2Gy)).toBeGreaterThan(0.5);
  });
});

describe('a notation', () => {
  test.each(table.readings)('$input is read as $reads', ({ input, reads, warnings }) => {
    const parsed = parseComparison(input);
    expect(readBack(parsed)).toBe(reads);
    expect(parsed.warnings).toEqual(warnings);
  });

  test.each(table.refusals)('$input is refused as $code', ({ input, code, says }) => {
    const refusal = refusalOf(() => compare(input));
    expect(refusal.code).toBe(code);
    expect(refusal.message).toContain(says ?? 'rite');
    expect(refusal.message, 'says what to write').toMatch(/Write|Leave/);
  });
});
