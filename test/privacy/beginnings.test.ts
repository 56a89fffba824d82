import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atCapitals } from '../../src/privacy/at-capitals.ts';
import { atCodes } from '../../src/privacy/at-codes.ts';
import { atNumbers } from '../../src/privacy/at-numbers.ts';
import { atWords } from '../../src/privacy/at-words.ts';
import { beginningsOf } from '../../src/privacy/beginnings.ts';
import { eachMatch } from '../../src/privacy/each-match.ts';
import { headsOf } from '../../src/privacy/heads-of.ts';
import { near } from '../../src/privacy/near.ts';

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'tel',
        'tél',
        'tl',
        'TEL',
        'te',
        'phone',
        'ph',
        'Ann',
        'Él',
        '𐐀𐐨',
        'M13',
        'AB-12 34',
        'a/c',
      ),
      fc.constantFrom('0', '7', '12', '123', '(0', '1-2', '1 . 2', '2021年', '年', '\u0301', 'İ', '🩻'),
      fc.constantFrom(' ', ' ', '-', '.', '/', '_', '¤', '\n', ''),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''));

describe('a search that is tried only where it can begin finds what one of the whole text finds', () => {
  const words = 'tel|tél|ph(?:one)?|a/c';
  const searches = [
    ['at words', new RegExp(`(?=${headsOf(words)})(?<![a-z])(?<![A-Z])(?:${words}) ?\\w`, 'g'), atWords],
    ['at words, large and small', /(?=tel|ph)(?<![\p{L}\d])(?:tel|phone)/giu, atWords],
    ['at numbers', /(?=\d)(?<![\w.-])\d{1,2}/g, (pattern: RegExp) => atNumbers(pattern, 1)],
    [
      'at numbers of four digits',
      /(?=[1-9])(?<![\d])[1-9](?:[ .()/-]{0,3}\d){3}/g,
      (pattern: RegExp) => atNumbers(pattern, 4),
    ],
    ['at capitals', /(?=\p{Lu})(?<![\p{L}\p{M}\d'.-])\p{Lu}\p{L}?/gu, atCapitals],
    ['at codes', /(?=[A-Z])(?<![\w])[A-Z]{1,2}-?\d{2}/g, (pattern: RegExp) => atCodes(pattern, 2)],
    ['near a sign', /\d{2,4}年/g, (pattern: RegExp) => near(pattern, /年/g, 4)],
  ] as const;

  it.each(searches)('%s', (_, pattern, search) => {
    const find = search(pattern);
    let found = 0;
    fc.assert(
      fc.property(text, (written) => {
        const matches = eachMatch(pattern, written);
        found += matches.length;
        expect(find(written, beginningsOf(written))).toEqual(matches);
      }),
      { numRuns: 1_000 },
    );
    expect(found).toBeGreaterThan(50);
  });
});

describe('a pattern that could begin elsewhere is refused when the search is made', () => {
  it.each([
    ['with any letter', () => atWords(/(?<![a-z])tel/g)],
    ['within a word of small letters', () => atWords(/(?=tel)tel/g)],
    ['with a sign', () => atWords(/(?=#|tel)(?<![a-z])(?:#|tel)/g)],
    ['within a number', () => atNumbers(/(?=\d)\d{4}/g, 4)],
    ['within a word of capitals', () => atCapitals(/(?=\p{Lu})\p{Lu}/gu)],
    ['within a code', () => atCodes(/(?=[A-Z])[A-Z]\d/g, 1)],
    ['with what may be left out', () => headsOf('t?el')],
  ])('%s', (_, make) => {
    expect(make).toThrow(TypeError);
  });
});

it('words begin with what their alternatives share, but for what may be left out', () => {
  expect(headsOf('tel(?:ephone)?|ph|phones?|m\\.r\\.n|pts?|(?:patient|client)[ -]?id|n[°º]')).toBe(
    'tel|ph|pho|m|pt|pat|cli|n',
  );
});
