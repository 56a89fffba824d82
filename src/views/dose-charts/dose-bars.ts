import type { Comparison } from '../../dose/comparison.ts';
import { showNumber, showOneDecimal } from '../../dose/show-number.ts';
import { type BarGroup, barGroups, barSeriesNames } from './bar-groups.ts';
import { chartFrame } from './chart-frame.ts';
import { alphaBetaNote, modelNotes } from './chart-notes.ts';
import {
  barColours,
  type ChartLayer,
  type ChartSpec,
  fontSize,
  greyInk,
  lineHeight,
  margin,
  pictureWidth,
} from './chart-theme.ts';
import { textWidth, wrapLabel } from './wrap-label.ts';

const width = pictureWidth - 2 * margin;
const legendRow = 20;
/** Room behind the longest bar for its figure. */
const figureWidth = 46;

/** What is said of a schedule stands at the end of its name's line where there is room, else below. */
type LabelPlace = 'name' | 'beside' | 'below';

/** Physical dose and EQD2 of each schedule as bars from zero, the schedule's name above its bars. */
export function doseBars(comparison: Comparison, title: string): ChartSpec {
  const { rows, labels, height } = layOut(barGroups(comparison));
  const names = barSeriesNames(comparison);
  const drawn = [
    { name: names.dose, fill: barColours.dose, stroke: barColours.dose },
    { name: names.eqd2, fill: barColours.eqd2, stroke: barColours.eqd2 },
    { name: names.linearQuadraticLinear, fill: '#FFFFFF', stroke: barColours.eqd2 },
  ].filter(({ name }) => rows.some(({ series }) => series === name));
  const domain = drawn.map(({ name }) => name);
  const legendHeight = drawn.length * legendRow + 6;
  const quantitative = 'quantitative' as const;
  const scale = { domain: [0, height], range: [0, height] };
  const y = (field: string) => ({ field, type: quantitative, scale, axis: null });
  const written = (place: LabelPlace): ChartLayer => ({
    data: { values: labels.filter((label) => label.place === place) },
    mark: {
      type: 'text',
      align: place === 'beside' ? 'right' : 'left',
      baseline: 'top',
      ...(place === 'name' ? { fontWeight: 'bold' } : { color: greyInk }),
    },
    encoding: {
      x: { value: place === 'beside' ? width : 0 },
      y: y('top'),
      text: { field: 'text', type: 'nominal' },
    },
  });
  return chartFrame({
    title,
    notes: [...alphaBetaNote(comparison), ...modelNotes(comparison, 'outlined')],
    left: margin,
    right: margin,
    above: legendHeight,
    height,
    layer: [
      {
        data: { values: rows },
        mark: { type: 'rect', strokeWidth: 1.5 },
        encoding: {
          x: {
            field: 'gy',
            type: quantitative,
            scale: {
              domain: [0, Math.max(...rows.map(({ gy }) => gy))],
              nice: false,
              range: [0, width - figureWidth],
            },
            axis: {
              title: domain.length > 1 ? `${names.dose} and EQD2 (Gy)` : `${names.dose} (Gy)`,
              tickCount: 5,
              titlePadding: 6,
              grid: false,
              domain: true,
              ticks: true,
              labelFlush: false,
            },
          },
          x2: { datum: 0 },
          y: y('top'),
          y2: { field: 'bottom' },
          color: {
            field: 'series',
            type: 'nominal',
            scale: { domain, range: drawn.map(({ fill }) => fill) },
            legend: { orient: 'none', legendX: 0, legendY: -legendHeight, direction: 'vertical' },
          },
          stroke: {
            field: 'series',
            type: 'nominal',
            scale: { domain, range: drawn.map(({ stroke }) => stroke) },
          },
        },
      },
      {
        data: {
          values: rows.flatMap(({ phaseEnds, top, bottom }) => phaseEnds.map((gy) => ({ gy, top, bottom }))),
        },
        mark: { type: 'rule', color: '#FFFFFF', strokeWidth: 2 },
        encoding: { x: { field: 'gy', type: quantitative }, y: y('top'), y2: { field: 'bottom' } },
      },
      {
        data: { values: rows },
        mark: { type: 'text', align: 'left', baseline: 'middle', dx: 6 },
        encoding: {
          x: { field: 'gy', type: quantitative },
          y: y('middle'),
          text: { field: 'figure', type: 'nominal' },
        },
      },
      written('name'),
      written('beside'),
      written('below'),
    ],
  });
}

/** Places the groups under one another; `top`, `middle` and `bottom` are points from the top of the plot. */
function layOut(groups: readonly BarGroup[]) {
  // Many schedules make a tall picture, which Slack then shows small.
  const [barHeight, groupGap] = groups.length > 4 ? [14, 9] : [17, 13];
  const labels: { text: string; top: number; place: LabelPlace }[] = [];
  let height = 0;
  const write = (text: string, place: LabelPlace) => {
    labels.push({ text, place, top: height });
    height += lineHeight.text;
  };
  const rows = groups.flatMap(({ name, detail, bars }) => {
    const nameLines = wrapLabel(name, width, fontSize.text, 'bold');
    const detailLines = wrapLabel(detail, width, fontSize.text);
    for (const text of nameLines) write(text, 'name');
    const needed =
      textWidth(nameLines.at(-1) ?? '', fontSize.text, 'bold') + textWidth(detail, fontSize.text);
    const isBeside = detailLines.length === 1 && needed + 10 <= width;
    if (isBeside) height -= lineHeight.text;
    for (const text of detailLines) write(text, isBeside ? 'beside' : 'below');
    const placed = bars.map(({ series, gy, isEqd2, phaseEnds }, at) => {
      const top = height + 2 + at * barHeight;
      const bottom = top + barHeight - 2;
      const figure = isEqd2 ? showOneDecimal(gy) : showNumber(gy, 2);
      return { schedule: name, series, gy, figure, phaseEnds, top, middle: (top + bottom) / 2, bottom };
    });
    height += 2 + bars.length * barHeight + groupGap;
    return placed;
  });
  return { rows, labels, height };
}
