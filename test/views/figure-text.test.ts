import { expect, it } from 'vitest';
import { Figure } from '../../knowledge/schema.ts';
import { figureText } from '../../src/views/figure-text.ts';

it.each([
  [{ value: 54, unit: 'Gy' }, '54 Gy'],
  [{ value: 5, unit: 'patients', n: 6 }, '5 of 6 patients'],
  [{ value: 8, unit: 'patients', n: 8 }, '8 of 8 patients'],
  [{ value: 1, unit: 'patients' }, '1 patient'],
  [{ value: 62, unit: 'months', operator: '≥' }, '≥ 62 months'],
  [{ range: [23, 25], unit: '%' }, '23–25%'],
  [
    { value: 47.6, unit: '%', n: 21, ci: { levelPercent: 95, low: 25.7, high: 70.2 } },
    '47.6% (95% CI 25.7–70.2)',
  ],
  [{ value: 26, range: [5, 76], unit: 'years' }, '26 (5–76) years'],
] as const)('the figure %o reads %s', (figure, text) => {
  expect(figureText(Figure.parse({ name: 'any', ...figure }))).toBe(text);
});
