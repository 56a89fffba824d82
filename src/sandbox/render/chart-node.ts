import { Fragment, createElement as h, type ReactNode } from 'react';
import { asJson, asList, asText, type Json } from './json.ts';
import { libraryNode } from './library-node.ts';
import type { RenderContext } from './render-context.ts';
import { tableNode } from './table-node.ts';

/** A chart, and its figures for those who read them rather than see them. */
export function chartNode(block: Json, context: RenderContext): ReactNode {
  return h(
    Fragment,
    null,
    libraryNode(block, context),
    h(
      'details',
      { className: 'bk-figures' },
      h('summary', null, 'Figures of this chart'),
      tableNode(figures(asJson(block.chart), asText(block.title)), context),
    ),
  );
}

const text = (value: string) => ({ type: 'raw_text', text: value });
const number = (value: unknown) => ({ type: 'raw_number', value, text: String(value) });

function figures(chart: Json, caption: string): Json {
  const segments = asList(chart.segments);
  const series = asList(chart.series);
  const axes = asJson(chart.axis_config);
  const labels = [...new Set(series.flatMap(({ data }) => asList(data).map(({ label }) => asText(label))))];
  const valueAt = (data: unknown, label: string) =>
    asList(data).find((point) => point.label === label)?.value ?? '–';
  const rows =
    segments.length > 0
      ? [
          [text('Part'), text('Value')],
          ...segments.map(({ label, value }) => [text(asText(label)), number(value)]),
        ]
      : [
          [text(asText(axes.x_label) || 'Category'), ...series.map(({ name }) => text(asText(name)))],
          ...labels.map((label) => [text(label), ...series.map(({ data }) => number(valueAt(data, label)))]),
        ];
  return { type: 'data_table', caption, rows, page_size: rows.length };
}
