import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doseCharts } from '../../src/views/dose-charts/dose-charts.ts';
import { compare } from '../dose/compare-for-test.ts';
import { published } from './published-for-test.ts';
import { typedComparisons } from './typed-comparisons.ts';

const altTexts = (text: string, cases = [published('Alpha 2001', 20, null)]) =>
  doseCharts(compare(text, cases)).map(({ altText }) => altText);

describe('the text beside a picture', () => {
  test('gives every figure of the bars with its unit and α/β', () => {
    expect(altTexts('60/30 vs 55/20 ab=4')[1]).toBe(
      'Bars of physical dose and EQD2 at α/β 4 Gy. 60 Gy/30F, 2 Gy per fraction: 60 Gy and EQD2 60.0 Gy. 55 Gy/20F, 2.75 Gy per fraction: 55 Gy and EQD2 61.9 Gy. 60 Gy/30F is given in 2 Gy fractions, so its EQD2 is its dose at every α/β. Arithmetic on schedules, not a prescription.',
    );
  });

  test('gives the figures of the lines in the order of the α/β, and where they meet', () => {
    expect(altTexts('60/30 vs 55/20 ab=10,3')[0]).toBe(
      'Lines of EQD2 over α/β from 1 to 20 Gy. EQD2 at α/β 10 and 3 Gy, in this order: 60 Gy/30F, 2 Gy per fraction: 60.0 Gy. 55 Gy/20F, 2.75 Gy per fraction: 58.4 and 63.3 Gy. 60 Gy/30F and 55 Gy/20F have the same EQD2 at α/β 6.3 Gy. 60 Gy/30F is given in 2 Gy fractions, so its EQD2 is its dose at every α/β. Arithmetic on schedules, not a prescription.',
    );
  });

  test('says that EQD2 cannot differ when every schedule is in 2 Gy fractions', () => {
    expect(altTexts('54 Gy/27F vs 20 Gy/10F vs 60 Gy/30F')[0]).toContain(
      'its EQD2 is its dose at every α/β: EQD2 cannot tell them apart beyond their doses.',
    );
  });

  test('gives LQ-L beside LQ and what keeps from ranking by either', () => {
    const [lines, bars] = altTexts('SBRT 12 Gy x 4 vs 60/30 ab=10');
    expect(lines).toContain('48 Gy/4F, LQ-L: 86.7 Gy.');
    expect(bars).toContain('48 Gy, EQD2 88.0 Gy and LQ-L EQD2 86.7 Gy.');
    expect(bars).toContain('do not rank schedules by these figures');
  });

  test('says of a schedule without fractions that it has no EQD2', () => {
    expect(altTexts('alpha 2001')[0]).toContain(
      'Alpha 2001, 20 Gy, fractions not printed, so no EQD2: 20 Gy.',
    );
  });

  test('has at most 2000 characters and whole sentences, and the bars’ gives every EQD2 that fits', () => {
    fc.assert(
      fc.property(typedComparisons, (text) => {
        const comparison = compare(text);
        for (const { altText, fileName } of doseCharts(comparison)) {
          expect(altText.length).toBeLessThanOrEqual(2000);
          expect(altText).toMatch(/\. Arithmetic on schedules, not a prescription\.$/);
          if (!fileName.startsWith('dose') || altText.includes('More is in the table.')) continue;
          for (const { results } of comparison.regimens) {
            const [first] = results;
            const { eqd2Gy } = first?.incompleteRepair ?? first ?? { eqd2Gy: Number.NaN };
            expect(altText).toContain(`EQD2 ${eqd2Gy.toFixed(1)} Gy`);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('leaves out whole sentences, and says that there is more, where names are very long', () => {
    const cases = Array.from({ length: 12 }, (_, at) =>
      published(`${'Verylongname '.repeat(14)}${at}`, 50 + at, 20),
    );
    expect.hasAssertions();
    for (const altText of altTexts('table', cases)) {
      expect(altText.length).toBeLessThanOrEqual(2000);
      expect(altText).toMatch(/\. More is in the table\. Arithmetic on schedules, not a prescription\.$/);
    }
  });
});
