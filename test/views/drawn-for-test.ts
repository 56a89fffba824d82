import type { ChartSpec } from '../../src/views/dose-charts/chart-theme.ts';

type Row = Record<string, unknown>;

/** The rows of every layer of a chart, in the order of its layers. */
export function layerRows(spec: ChartSpec): Row[][] {
  return spec.layer.map(({ data }) => (data && 'values' in data ? (data.values as Row[]) : []));
}

/** Every text that a chart writes: title, notes, legend and labels, its line breaks as spaces. */
export function writtenTexts(spec: ChartSpec): string {
  const { text = [], subtitle = [] } = spec.title as { text?: string[]; subtitle?: string[] };
  const rows = layerRows(spec).flat();
  const labels = rows.flatMap(({ text, name, figures, figure, series }) => [
    text,
    name,
    figures,
    figure,
    series,
  ]);
  return [...text, ...subtitle, ...labels.filter((one) => one !== undefined)].join(' ').replaceAll('\n', ' ');
}
