import { onePointPerCategory, tableIsEven, tableTextFits, uniqueLabels } from './cross-rules.ts';
import {
  anyNumber,
  choice,
  flag,
  list,
  object,
  type Rule,
  type Shape,
  shown,
  type Table,
  typed,
  whole,
} from './rule.ts';

/** A table's whole text; one cell cannot be longer. */
const tableText = 10_000;

export const cells: Table = {
  raw_text: { required: { text: shown(tableText) } },
  raw_number: { required: { text: shown(tableText), value: anyNumber } },
};

const anyCell = typed('cell', 'raw_text', 'raw_number', 'rich_text');

export const tableBlock: Shape = {
  surfaces: ['message'],
  required: { rows: list(list(anyCell, 1, 20), 1, 100) },
  optional: {
    column_settings: list(
      object({ optional: { align: choice('left', 'center', 'right'), is_wrapped: flag } }),
      1,
      20,
    ),
  },
  between: [tableTextFits(tableText)],
};

// One header row and 100 under it; newer sources say 200, with twice the text.
export const dataTableBlock: Shape = {
  surfaces: ['message', 'home'],
  required: { caption: shown(3000), rows: list(list(anyCell, 1, 20), 2, 101) },
  optional: { page_size: whole(1, 100), row_header_column_index: whole(0, 19) },
  between: [tableIsEven, tableTextFits(tableText)],
};

const positive: Rule = { is: 'number', whole: false, least: Number.MIN_VALUE, most: Number.MAX_VALUE };

// Slack's pages once said six segments and six series, now twelve.
const mostSeries = 6;

const cartesian: Shape = {
  required: {
    series: list(
      object({
        required: {
          name: shown(20),
          data: list(object({ required: { label: shown(20), value: anyNumber } }), 1, 20),
        },
      }),
      1,
      mostSeries,
    ),
    axis_config: object({
      required: { categories: list(shown(20), 1, 20) },
      optional: { x_label: shown(50), y_label: shown(50) },
    }),
  },
  between: [uniqueLabels('series', 'name'), onePointPerCategory],
};

export const charts: Table = {
  pie: {
    required: {
      segments: list(object({ required: { label: shown(20), value: positive } }), 1, mostSeries),
    },
  },
  bar: cartesian,
  line: cartesian,
  area: cartesian,
};

export const chartBlock: Shape = {
  surfaces: ['message'],
  required: { title: shown(50), chart: typed('chart', ...Object.keys(charts)) },
};
