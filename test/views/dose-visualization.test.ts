import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateMessage } from '../../src/slack/block-kit/validate.ts';
import { doseVisualization } from '../../src/views/dose-charts/dose-visualization.ts';
import { compare } from '../dose/compare-for-test.ts';
import { published } from './published-for-test.ts';
import { typedComparisons } from './typed-comparisons.ts';

describe('the chart that Slack draws itself', () => {
  test('is bars of dose and EQD2 at the first α/β', () => {
    expect(doseVisualization(compare('60/30 vs 55/20'))).toEqual({
      type: 'data_visualization',
      title: 'Dose and EQD2 at α/β 10 Gy',
      chart: {
        type: 'bar',
        series: [
          {
            name: 'Physical dose',
            data: [
              { label: '60 Gy/30F', value: 60 },
              { label: '55 Gy/20F', value: 55 },
            ],
          },
          {
            name: 'EQD2, α/β 10 Gy',
            data: [
              { label: '60 Gy/30F', value: 60 },
              { label: '55 Gy/20F', value: 58.4 },
            ],
          },
        ],
        axis_config: { categories: ['60 Gy/30F', '55 Gy/20F'], x_label: 'Schedule', y_label: 'Gy' },
      },
    });
  });

  test('shortens a long name by what the axis says, and is left out where that is not enough', () => {
    expect(doseVisualization(compare('50.4/28 + 16/8'))?.chart.axis_config.categories).toEqual([
      '50.4 Gy/28F+16 Gy/8F',
    ]);
    expect(doseVisualization(compare('38/19 + 16/8 + 10/5'))?.chart.axis_config.categories).toEqual([
      '38/19+16/8+10/5',
    ]);
    expect(doseVisualization(compare('38.5/19 + 16.5/8 + 10.5/5 BID'))).toBeNull();
  });

  test('is left out when a schedule has no EQD2, which Slack could only show as 0', () => {
    const cases = [published('Alpha 2001', 20, null)];
    expect(doseVisualization(compare('60/30 vs alpha 2001', cases))).toBeNull();
  });

  test('has LQ-L as a series of its own above 10 Gy per fraction, equal to LQ up to there', () => {
    const series = doseVisualization(compare('12 Gy x 4 vs 55/20'))?.chart.series;
    expect(series?.map(({ data }) => data.map(({ value }) => value))).toEqual([
      [48, 55],
      [88, 58.4],
      [86.7, 58.4],
    ]);
  });

  test('of whatever can be compared is one that Slack takes, or none', () => {
    let drawn = 0;
    fc.assert(
      fc.property(typedComparisons, (text) => {
        const comparison = compare(text);
        const block = doseVisualization(comparison);
        if (!block) return;
        drawn += 1;
        expect(validateMessage({ text: 'Comparison', blocks: [block] })).toEqual([]);
        const { series, axis_config } = block.chart;
        expect(axis_config.categories.length).toBe(comparison.regimens.length);
        for (const { data } of series) expect(data.every(({ value }) => value > 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(drawn).toBeGreaterThan(20);
  });
});
