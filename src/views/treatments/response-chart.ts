import type { KnowledgeBase } from '../../../knowledge/schema.ts';
import type { Picture } from '../../command.ts';
import type { ComparedTreatment } from '../../evidence/treatments/compare-treatments.ts';
import { chartFrame } from '../dose-charts/chart-frame.ts';
import {
  type ChartLayer,
  fontSize,
  lineColours,
  lineHeight,
  margin,
  pictureWidth,
} from '../dose-charts/chart-theme.ts';
import { wrapLabel } from '../dose-charts/wrap-label.ts';
import { responseAltText } from './response-alt-text.ts';
import { type DrawnRate, drawnRates, undrawnRates } from './response-rates.ts';

const title = 'Response rates, with exact 95% intervals';
const foot = 'Different patients and studies: no ranking, no advice.';
/** A taller picture is shown too small to read. */
const mostRates = 14;
const width = pictureWidth - 2 * margin;
const markHeight = 18;
const gap = 8;
const quantitative = 'quantitative' as const;

/** Responses of each treatment as points with their intervals; null when no events of n are known. */
export function responseChart(
  compared: readonly ComparedTreatment[],
  knowledge: Pick<KnowledgeBase, 'sources' | 'marks'>,
): Picture | null {
  const all = drawnRates(compared, knowledge);
  if (all.length === 0) return null;
  const rates = all.slice(0, mostRates);
  const undrawn = undrawnRates(compared);
  const { points, labels, height } = layOut(rates);
  const notes = [
    undrawn === 0
      ? 'From the printed events and n.'
      : `From the printed events and n; ${undrawn === 1 ? '1 rate' : `${undrawn} rates`} printed without them ${undrawn === 1 ? 'is' : 'are'} in the table alone.`,
    'Patients of one source may be counted in another.',
    ...(rates.some(({ isOtherTumour }) => isOtherTumour) ? ['Hollow: another tumour.'] : []),
    ...(all.length > rates.length ? [`${all.length - rates.length} more are in the table.`] : []),
  ];
  const spec = chartFrame({
    title,
    notes,
    left: margin,
    right: margin,
    above: 0,
    height,
    layer: layersOf(points, labels, height),
    foot,
  });
  return {
    title,
    fileName: 'response-rates.png',
    altText: responseAltText(all, [...notes, foot].join(' ')),
    spec,
  };
}

type Point = ReturnType<typeof layOut>['points'][number];
type Label = ReturnType<typeof layOut>['labels'][number];

function layersOf(points: readonly Point[], labels: readonly Label[], height: number): ChartLayer[] {
  const y = (field: 'middle' | 'top') => ({
    field,
    type: quantitative,
    scale: { domain: [0, height], range: [0, height] },
    axis: null,
  });
  const x = (field: keyof Point) => ({
    field,
    type: quantitative,
    scale: { domain: [0, 100], nice: false, range: [0, width] },
    axis: {
      title: 'Responded (%)',
      values: [0, 25, 50, 75, 100],
      titlePadding: 6,
      domain: true,
      labelFlush: true,
    },
  });
  return [
    {
      data: { values: points },
      mark: { type: 'rule', strokeWidth: 2, color: lineColours[0] },
      encoding: { x: x('low'), x2: { field: 'high' }, y: y('middle') },
    },
    {
      data: { values: points },
      mark: { type: 'point', filled: true, size: 70, opacity: 1, stroke: lineColours[0], strokeWidth: 2 },
      encoding: { x: x('rate'), y: y('middle'), fill: { field: 'fill', type: 'nominal', scale: null } },
    },
    {
      data: { values: labels },
      mark: { type: 'text', align: 'left', baseline: 'top' },
      encoding: {
        x: { value: 0 },
        y: y('top'),
        text: { field: 'text', type: 'nominal' },
        size: { field: 'size', type: quantitative, scale: null, legend: null },
      },
    },
  ];
}

/** A heading a treatment, and below it each rate's name, figures and interval; in points from the top of the plot. */
function layOut(rates: readonly DrawnRate[]) {
  const labels: { text: string; top: number; size: number }[] = [];
  let height = 0;
  const write = (text: string, size: number, weight: 'normal' | 'bold', line: number) => {
    for (const one of wrapLabel(text, width, size, weight)) {
      labels.push({ text: one, top: height, size });
      height += line;
    }
  };
  const points = rates.map(({ treatment, label, counts, interval, isOtherTumour }, at) => {
    if (treatment !== rates[at - 1]?.treatment) write(treatment, fontSize.title, 'normal', lineHeight.title);
    const { ratePercent: rate, lowPercent: low, highPercent: high } = interval;
    write(label, fontSize.small, 'normal', lineHeight.small);
    const shown = [rate, low, high].map((percent) => percent.toFixed(1));
    write(`${counts}: ${shown[0]}% (${shown[1]}–${shown[2]})`, fontSize.small, 'bold', lineHeight.small);
    const middle = height + markHeight / 2;
    height += markHeight + gap;
    return { rate, low, high, middle, fill: isOtherTumour ? '#FFFFFF' : (lineColours[0] ?? '') };
  });
  return { points, labels, height };
}
