import { createElement as h, type ReactNode } from 'react';
import { asJson, asList, asText, type Json } from './json.ts';
import { libraryNode } from './library-node.ts';
import type { RenderContext } from './render-context.ts';

/** `data_table` and `table`: a header row, one name a row, numbers to the right, the rest behind "Show all". */
export function tableNode(block: Json, context: RenderContext): ReactNode {
  const rows = Array.isArray(block.rows) ? block.rows.map(asList) : [];
  const [header = [], ...body] = rows;
  const isData = block.type === 'data_table';
  const named = typeof block.row_header_column_index === 'number' ? block.row_header_column_index : 0;
  const pageSize = isData ? pageSizeOf(block) : body.length;
  const caption = asText(block.caption);
  const align = asList(block.column_settings).map((column) => asText(column.align));
  const cell = (tag: 'td' | 'th', scope?: 'row' | 'col') => (one: Json, column: number) =>
    h(tag, { scope, className: cellClass(one, align[column]) }, cellNode(one, context));
  return h(
    'figure',
    { className: 'bk-table' },
    caption ? h('figcaption', null, caption) : null,
    h(
      'div',
      { className: 'bk-scroll', role: 'region', tabIndex: 0, 'aria-label': caption || 'Table' },
      h(
        'table',
        null,
        h('thead', null, h('tr', null, ...header.map(headerCell(body, cell('th', 'col'))))),
        h(
          'tbody',
          null,
          ...body.map((row, index) =>
            h(
              'tr',
              { className: index < pageSize ? undefined : 'bk-later' },
              ...row.map((one, column) =>
                isData && column === named ? cell('th', 'row')(one, column) : cell('td')(one, column),
              ),
            ),
          ),
        ),
      ),
    ),
    body.length > pageSize ? showAll(body.length) : null,
  );
}

/** A heading stands over its numbers as they stand. */
function headerCell(body: readonly Json[][], cell: (one: Json, column: number) => ReactNode) {
  return (one: Json, column: number) => {
    const numbers = body.length > 0 && body.every((row) => row[column]?.type === 'raw_number');
    return cell(numbers ? { ...one, overNumbers: true } : one, column);
  };
}

function cellClass(cell: Json, align = ''): string | undefined {
  if (cell.type === 'raw_number' || cell.overNumbers === true) return 'bk-number';
  return align === 'right' || align === 'center' ? `bk-${align}` : undefined;
}

function cellNode(cell: Json, context: RenderContext): ReactNode {
  if (cell.type === 'rich_text') return libraryNode(cell, context);
  if (cell.type === 'raw_text' || cell.type === 'raw_number') return asText(cell.text);
  return JSON.stringify(asJson(cell));
}

function pageSizeOf({ page_size }: Json): number {
  return typeof page_size === 'number' && page_size >= 1 ? page_size : 5;
}

function showAll(rowCount: number): ReactNode {
  return h(
    'label',
    { className: 'bk-show-all' },
    h('input', { type: 'checkbox' }),
    ` Show all ${rowCount} rows`,
  );
}
