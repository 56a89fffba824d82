import type { TopLevelSpec } from 'vega-lite';
import type { Growth, Ratio } from './benchmark.ts';

const width = 420;
const barHeight = 30;

/** The ratios to a bare Bolt app with their targets, and beside them how figures grow with what there is. */
export function benchmarkChart(ratios: readonly Ratio[], growth: readonly Growth[]): TopLevelSpec {
  const grown = growth.flatMap(({ name, points }) => {
    const [first] = points;
    return first
      ? points.map(({ size, ms }) => ({ name, times: size / first.size, factor: ms / first.ms }))
      : [];
  });
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    padding: 16,
    background: '#FFFFFF',
    config: {
      font: 'Noto Sans',
      view: { stroke: null },
      axis: { labelFontSize: 12, titleFontSize: 12, titleFontWeight: 'normal', labelLimit: 0 },
      title: { fontSize: 15, anchor: 'start', offset: 12 },
      legend: { labelFontSize: 12, labelLimit: 0, orient: 'bottom', columns: 1, title: null },
    },
    vconcat: [
      {
        title: 'IMT Board beside a bare Bolt app (1 = the same); the black line is the target',
        width,
        height: barHeight * ratios.length,
        data: { values: ratios.map((ratio) => ({ ...ratio, shown: ratio.ratio.toFixed(2) })) },
        encoding: { y: { field: 'name', type: 'nominal', sort: null, title: null } },
        layer: [
          {
            mark: { type: 'bar', height: 16, color: '#0072B2' },
            encoding: {
              x: { field: 'ratio', type: 'quantitative', title: 'times what the bare app needs' },
            },
          },
          {
            mark: { type: 'text', align: 'left', dx: 5, fontSize: 12 },
            encoding: {
              x: { field: 'ratio', type: 'quantitative' },
              text: { field: 'shown', type: 'nominal' },
            },
          },
          {
            transform: [{ filter: 'isValid(datum.target)' }],
            mark: { type: 'tick', thickness: 3, size: 24, color: '#000000' },
            encoding: { x: { field: 'target', type: 'quantitative' } },
          },
        ],
      },
      {
        title: 'What becomes of a figure when there is more of what it depends on',
        width,
        height: 240,
        data: { values: grown },
        mark: { type: 'line', point: { size: 50 }, strokeWidth: 2 },
        encoding: {
          x: { field: 'times', type: 'quantitative', scale: { type: 'log' }, title: 'times as much' },
          y: {
            field: 'factor',
            type: 'quantitative',
            scale: { type: 'log', nice: false },
            title: 'times the milliseconds',
          },
          color: {
            field: 'name',
            type: 'nominal',
            sort: null,
            scale: { range: ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#000000', '#E69F00', '#56B4E9'] },
          },
        },
      },
    ],
  };
}
