import { describe, expect, test } from 'vitest';
import type { Claim } from '../../knowledge/schema.ts';
import { sources } from './curated-files.ts';

describe('a statement', () => {
  const claims = sources.flatMap((file) => file.claims);

  test('writes no number that is not among its figures', () => {
    expect(claims.flatMap((claim) => unbacked(claim).map((number) => `${claim.id}: ${number}`))).toEqual([]);
  });

  test('is caught with a number of its own, and let off names, years and places', () => {
    const figures = [{ value: 54, n: 8, range: null, ci: null }];
    expect(unbacked({ statement: 'In 8 patients 54 Gy, then 16.5 Gy.', figures })).toEqual([16.5]);
    expect(unbacked({ statement: 'A grade II reaction after 2000 cGy.', figures })).toEqual([2000, 2]);
    expect(unbacked({ statement: 'CD163, S-100 and IgG4 in 2018 (Table 1): 54 ×10⁹/L.', figures })).toEqual(
      [],
    );
  });

  test('writes numbers as digits, so that the rule above sees them', () => {
    const words = /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twice|half|dozen)\b/i;
    expect(claims.filter(({ statement }) => words.test(statement)).map(({ id }) => id)).toEqual([]);
  });

  test('says more than, at least, at most or about where its figure does', () => {
    const said = {
      '=': /(?:)/,
      '>': /more than|longer than|over/i,
      '≥': /or more|at least/i,
      '<': /less than|fewer than|below|under/i,
      '≤': /at most|up to/i,
      '≈': /about|some|around/i,
    };
    const wrong = claims.filter(({ statement, figures }) =>
      figures.some(({ operator }) => !said[operator].test(statement)),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

/**
 * The numbers of a statement that none of its figures holds. Not numbers: names (digits behind letters: CD163,
 * S-100), days of a calendar month and calendar years without a unit, tables and figures of the source, and the power in ×10⁹/L.
 * A grade in Roman numerals is a number.
 */
function unbacked({ statement, figures }: { statement: string; figures: Held[] }): number[] {
  const plain = statement
    .replace(/\b(Table|Figure) \d+[A-Z]?/g, '')
    .replace(/\b[A-Za-z]+-?\d+[A-Za-z\d]*/g, '')
    .replace(
      /\b\d{1,2} (?=(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b)/g,
      '',
    )
    .replace(/10[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, '')
    .replace(/\b(19|20)\d\d\b(?! ?(c?Gy|mg|patients|months))/g, '');
  const arabic = (plain.match(/\d+(\.\d+)?/g) ?? []).map(Number);
  const roman = [...statement.matchAll(/\bgrade (IV|V|I{1,3})\b/g)].map(
    ([, grade]) => ['I', 'II', 'III', 'IV', 'V'].indexOf(grade ?? '') + 1,
  );
  const held = figures.flatMap(({ value, n, range, ci }) => [value, n, ...(range ?? []), ci?.low, ci?.high]);
  return [...arabic, ...roman].filter((number) => !held.includes(number));
}

type Held = Pick<Claim['figures'][number], 'value' | 'n' | 'range' | 'ci'>;
