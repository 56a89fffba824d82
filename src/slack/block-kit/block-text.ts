import { escapeMrkdwn } from '../../views/escape-mrkdwn.ts';
import { alignedTable } from './aligned-table.ts';
import { isObject } from './check-rule.ts';
import { richText } from './rich-text-as-mrkdwn.ts';
import type { JsonObject } from './rule.ts';
import { visibleText } from './visible-text.ts';

/** A stretch of plain content: lines of mrkdwn, or lines that only make sense in a monospaced face. */
export interface TextPart {
  face: 'mrkdwn' | 'monospaced';
  lines: string[];
}

/** All the text of a block of any type, known or not, and of its children. */
export function blockText(block: unknown): TextPart[] {
  if (!isObject(block)) return [];
  switch (block.type) {
    case 'header':
      return mrkdwn(textOf(block.text).map((text) => `*${text}*`));
    case 'markdown':
      return mrkdwn(visibleText(block).map(escapeMrkdwn));
    case 'rich_text':
      return mrkdwn([richText(block)]);
    case 'table':
    case 'data_table':
      return [
        ...mrkdwn(visibleText({ caption: block.caption }).map(bold)),
        ...monospaced(tableRows(block.rows)),
      ];
    case 'data_visualization':
      return [...mrkdwn(visibleText({ title: block.title }).map(bold)), ...chartText(block.chart)];
    default:
      return mrkdwnOrChildren(block);
  }
}

function mrkdwnOrChildren(block: JsonObject): TextPart[] {
  const { child_blocks, elements, tasks, ...own } = block;
  const children = [child_blocks, elements, tasks].flatMap((list) => (Array.isArray(list) ? list : []));
  return [...mrkdwn(textOf(own)), ...children.flatMap((child) => childText(child))];
}

function childText(child: unknown): TextPart[] {
  return isObject(child) && isTextObject(child) ? mrkdwn(textOf(child)) : blockText(child);
}

/** Text in its order: mrkdwn as it is, everything else escaped; what nests is followed. */
function textOf(value: unknown): string[] {
  if (!isObject(value)) return [];
  if (isTextObject(value)) return [value.type === 'mrkdwn' ? value.text : escapeMrkdwn(value.text)];
  if (value.type === 'rich_text') return [richText(value)];
  return Object.entries(value).flatMap(([key, child]) => {
    if (Array.isArray(child))
      return child.flatMap((one) =>
        isObject(one) ? textOf(one) : visibleText({ [key]: one }).map(escapeMrkdwn),
      );
    return isObject(child) ? textOf(child) : visibleText({ [key]: child }).map(escapeMrkdwn);
  });
}

function isTextObject(value: JsonObject): value is { type: string; text: string } {
  return (value.type === 'mrkdwn' || value.type === 'plain_text') && typeof value.text === 'string';
}

function tableRows(rows: unknown): string[][] {
  if (!Array.isArray(rows)) return [];
  return rows.map((row) =>
    (Array.isArray(row) ? row : []).map((cell) =>
      isObject(cell) && cell.type === 'rich_text'
        ? richText(cell)
        : visibleText(cell).map(escapeMrkdwn).join(' '),
    ),
  );
}

function chartText(chart: unknown): TextPart[] {
  if (!isObject(chart)) return [];
  const { segments, series, axis_config, ...others } = chart;
  const axes = isObject(axis_config) ? axis_config : {};
  const rows = [
    ...pointRows(segments, ''),
    ...(Array.isArray(series) ? series : []).flatMap((one) =>
      isObject(one) ? pointRows(one.data, typeof one.name === 'string' ? one.name : '') : [],
    ),
  ];
  const labels = visibleText({ ...axes, ...others, categories: undefined }).map(escapeMrkdwn);
  const shownLabels = new Set(rows.map(([, label]) => label));
  const bare = visibleText({ categories: axes.categories })
    .map(escapeMrkdwn)
    .filter((one) => !shownLabels.has(one));
  return [...mrkdwn([...labels, ...bare]), ...monospaced(rows)];
}

function pointRows(points: unknown, name: string): string[][] {
  if (!Array.isArray(points)) return name === '' ? [] : [[escapeMrkdwn(name)]];
  return points.map((point) => {
    const { label, value } = isObject(point) ? point : {};
    return [escapeMrkdwn(name), typeof label === 'string' ? escapeMrkdwn(label) : '', numberText(value)];
  });
}

const numberText = (value: unknown) => (typeof value === 'number' ? String(value) : '');

const bold = (text: string) => `*${escapeMrkdwn(text)}*`;

function mrkdwn(texts: readonly string[]): TextPart[] {
  const lines = texts.flatMap((text) => text.split('\n'));
  return lines.some((line) => line.trim() !== '') ? [{ face: 'mrkdwn', lines }] : [];
}

function monospaced(rows: readonly (readonly string[])[]): TextPart[] {
  return rows.length === 0 ? [] : [{ face: 'monospaced', lines: alignedTable(rows) }];
}
