import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardText } from '../../src/privacy/guard-text.ts';
import { maskFindings } from '../../src/privacy/mask-findings.ts';
import { readMarked } from './read-marked.ts';

const positives = readMarked('./positives.yml');
const clean = readMarked('./clean.yml');

/** Whole texts, identifiers cut out of them, labels without a value, and whatever keyboards and phones produce. */
const piece = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...positives.flatMap(({ text, marks }) => marks.map(({ start, end }) => text.slice(start, end))),
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom(...positives.map(({ text }) => text)) },
  { weight: 1, arbitrary: fc.constantFrom(...clean.map(({ text }) => text)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'MRN ',
      'Mr ',
      'born ',
      'tel ',
      '患者',
      '住院号',
      'aged ',
      'on ',
      '54 Gy/27F',
      '¤',
      '.',
      '-',
      '/',
      ':',
      '@',
      '1',
      '12',
      'A',
      '年',
      '月',
      '*',
      '<',
      '>',
      '&amp;',
      '\u200b',
      '\u0301',
      '🩻',
      'İ',
      'ﷺ',
      '\n',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'0123456789-/. ABab'), maxLength: 24 }) },
);
const text = fc
  .array(fc.tuple(piece, fc.constantFrom('', ' ', ', ', '. ', '\n', '，')), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.flat().join(''));

describe('whatever the text', () => {
  it('findings lie in it, in order, and never overlap', () => {
    fc.assert(
      fc.property(text, (written) => {
        let last = 0;
        for (const { start, end } of guardText(written).findings) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(written.length);
      }),
      { numRuns: 500 },
    );
  });

  it('nothing is left to refuse once the findings are masked', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { findings } = guardText(written);
        fc.pre(findings.every(({ type }) => type !== 'guard-failure'));
        const left = guardText(maskFindings(written, findings));
        expect(left.findings.filter(({ tier }) => tier === 'block')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('what it says depends on the text alone', () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(guardText(written)).toEqual(guardText(written));
      }),
      { numRuns: 100 },
    );
  });
});

it('places are exact, whatever stands before', () => {
  const before = fc.array(
    fc.constantFrom('🩻', 'İ', 'ﬃ', 'e\u0301', '\u200b', '&amp;', 'ALK+', '。', '\n', '٣'),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(before, (pieces) => {
      const start = `${pieces.join(' ')} MRN `.length;
      expect(guardText(`${pieces.join(' ')} MRN 4471902, ALK+`).findings).toEqual([
        { type: 'medical-record-number', tier: 'block', start, end: start + 7 },
      ]);
    }),
  );
});
