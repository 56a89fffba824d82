import type { Comparison } from '../../dose/comparison.ts';
import { chartFrame } from './chart-frame.ts';
import { chartLabels } from './chart-labels.ts';
import { modelNotes } from './chart-notes.ts';
import { type ChartLayer, type ChartSpec, fontSize, margin, pictureWidth } from './chart-theme.ts';
import { alphaBetaRangeGy, eqd2Curves } from './eqd2-curves.ts';
import { labelRow, labelWidth, lineLabels, textLeft } from './line-labels.ts';
import { lineStyles } from './line-styles.ts';
import { listText } from './list-text.ts';
import { publicationDoubts } from './publication-doubts.ts';

const left = 38;
const right = labelWidth + 6;
const width = pictureWidth - left - right;
const leastHeight = 230;
const axisTitleHeight = 22;

/** EQD2 over α/β, one line a schedule, labelled at its end, with the chosen α/β as upright rules. */
export function doseLines(comparison: Comparison, title: string, finding: string | null): ChartSpec {
  const curves = eqd2Curves(comparison);
  const range = paddedRange(curves.flatMap(({ points }) => points.map(({ eqd2Gy }) => eqd2Gy)));
  const { labels, height, hasLeaders } = lineLabels(curves, range, leastHeight);
  const styles = lineStyles(curves);
  const chosen = comparison.alphaBetas.map(({ alphaBetaGy }) => alphaBetaGy);
  const quantitative = 'quantitative' as const;
  const nominal = 'nominal' as const;
  const x = {
    field: 'alphaBetaGy',
    type: quantitative,
    scale: { type: 'log' as const, domain: [...alphaBetaRangeGy(comparison)], nice: false },
    axis: {
      title: 'α/β (Gy)',
      values: axisValues(chosen, alphaBetaRangeGy(comparison)),
      format: '~r',
      grid: false,
      ticks: true,
      domain: true,
      labelOverlap: false,
      labelFlush: false,
    },
  };
  const y = (field: string) => ({
    field,
    type: quantitative,
    scale: { domain: [...range], nice: false, zero: false },
    axis: {
      title: 'EQD2 (Gy)',
      tickCount: 5,
      titleAngle: 0,
      titleAlign: 'left' as const,
      titleBaseline: 'bottom' as const,
      titleX: margin - left,
      titleY: -10,
    },
  });
  const series = {
    field: 'series',
    type: nominal,
    legend: null,
  };
  const domain = curves.map(({ name }) => name);
  const color = { ...series, scale: { domain, range: styles.map(({ colour }) => colour) } };
  const shape = { ...series, scale: { domain, range: styles.map((style) => style.shape) } };
  const strokeDash = { ...series, scale: { domain, range: styles.map(({ dash }) => dash) } };
  const marker = { type: 'point' as const, filled: true, size: 55, opacity: 1 };
  const written = (field: 'name' | 'figures'): ChartLayer => ({
    data: { values: labels },
    mark: {
      type: 'text',
      align: 'left',
      baseline: 'top',
      lineBreak: '\n',
      lineHeight: labelRow,
      fontSize: fontSize.small,
      fontWeight: field === 'name' ? 'bold' : 'normal',
    },
    encoding: { x: { value: width + textLeft }, y: y(`${field}Eqd2Gy`), text: { field, type: nominal } },
  });
  return chartFrame({
    title,
    notes: [
      ...(finding ? [finding] : []),
      `Figures and markers: α/β ${listText(chosen.map(String))} Gy.`,
      ...modelNotes(comparison, 'dotted'),
      ...publicationNotes(comparison),
    ],
    left,
    right,
    above: axisTitleHeight,
    height,
    layer: [
      {
        data: { values: chosen.map((alphaBetaGy) => ({ alphaBetaGy })) },
        mark: { type: 'rule', color: '#B0B0B0', strokeWidth: 1 },
        encoding: { x },
      },
      {
        data: {
          values: curves.flatMap(({ name, points }) => points.map((point) => ({ series: name, ...point }))),
        },
        mark: { type: 'line', strokeWidth: 2.5 },
        encoding: { x, y: y('eqd2Gy'), color, strokeDash },
      },
      {
        data: {
          values: curves.flatMap(({ name, chosen, isLinearQuadraticLinear }) =>
            isLinearQuadraticLinear ? [] : chosen.map((point) => ({ series: name, ...point })),
          ),
        },
        mark: marker,
        encoding: { x, y: y('eqd2Gy'), color, shape },
      },
      {
        data: { values: hasLeaders ? labels : [] },
        mark: { type: 'rule', strokeWidth: 1.25 },
        encoding: {
          x: { value: width + 2 },
          x2: { value: width + 14 },
          y: y('endEqd2Gy'),
          y2: { field: 'markerEqd2Gy' },
          color,
        },
      },
      {
        data: { values: labels },
        mark: marker,
        encoding: { x: { value: width + 19 }, y: y('markerEqd2Gy'), color, shape },
      },
      written('name'),
      written('figures'),
    ],
  });
}

/** A little more than the values; lines at one height get room too. */
function paddedRange(values: readonly number[]): readonly [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((most - least) * 0.06, most * 0.05);
  return [Math.max(0, least - room), most + room];
}

/** The chosen α/β, and those between them that have room on the axis. */
function axisValues(chosen: readonly number[], [least, most]: readonly [number, number]): number[] {
  const isNear = (a: number, b: number) => Math.abs(Math.log(a / b)) < Math.log(most / least) * 0.09;
  const kept: number[] = [];
  for (const value of [...chosen, least, most, 1, 20, 2, 5, 10]) {
    if (value >= least && value <= most && !kept.some((other) => isNear(value, other))) kept.push(value);
  }
  return kept.sort((a, b) => a - b);
}

function publicationNotes({ regimens }: Comparison): string[] {
  const names = chartLabels(regimens).map(({ name }) => name);
  const missing = names.filter((_, at) => regimens[at]?.results.length === 0);
  const doubted = new Map<string, string[]>();
  for (const [at, { regimen, schedule }] of regimens.entries())
    for (const word of regimen ? publicationDoubts(schedule) : [])
      doubted.set(word, [...(doubted.get(word) ?? []), names[at] ?? '']);
  return [
    ...[...doubted].map(
      ([word, whose]) => `${word.charAt(0).toUpperCase()}${word.slice(1)}: ${listText(whose)}.`,
    ),
    ...(missing.length > 0 ? [`Not drawn, no EQD2: ${listText(missing)}.`] : []),
  ];
}
