import { createElement as h, type ReactNode } from 'react';
import { cardNode } from './card-node.ts';
import { chartNode } from './chart-node.ts';
import { elementNode } from './element-node.ts';
import { fileNode } from './file-node.ts';
import { imageNode } from './image-node.ts';
import { inputNode } from './input-node.ts';
import { asJson, asList, asText, type Json, plainOf } from './json.ts';
import { libraryNode } from './library-node.ts';
import type { RenderContext } from './render-context.ts';
import { tableNode } from './table-node.ts';
import { textNode } from './text-node.ts';

type Child = (block: unknown) => ReactNode;
type Draw = (block: Json, context: RenderContext, child: Child) => ReactNode;

const drawn: Readonly<Record<string, Draw>> = {
  section,
  header: ({ text }) => h('h3', { className: 'bk-header' }, plainOf(text)),
  context: contextBlock,
  divider: () => h('hr', { className: 'bk-divider' }),
  actions: controls,
  context_actions: controls,
  input: inputNode,
  image: (block, context) =>
    h(
      'figure',
      { className: 'bk-image' },
      block.title ? h('figcaption', null, plainOf(block.title)) : null,
      imageNode(block, 'bk-picture', context),
    ),
  file: fileNode,
  table: tableNode,
  data_table: tableNode,
  data_visualization: chartNode,
  alert: (block, context) =>
    h(
      'div',
      { className: `bk-alert bk-alert-${asText(block.level) || 'default'}`, role: 'note' },
      textNode(block.text, context),
    ),
  card: cardNode,
  carousel: (block, _, child) =>
    h('div', { className: 'bk-carousel', tabIndex: 0 }, ...asList(block.elements).map(child)),
  container: containerBlock,
  rich_text: libraryNode,
  markdown: libraryNode,
  task_card: libraryNode,
  plan: libraryNode,
};

/** The node of a block, or nothing when its type is not known here. */
export function blockNode(block: unknown, context: RenderContext, child: Child): ReactNode | undefined {
  const json = asJson(block);
  const type = asText(json.type);
  return Object.hasOwn(drawn, type) ? drawn[type]?.(json, context, child) : undefined;
}

function section(block: Json, context: RenderContext): ReactNode {
  const accessory = asJson(block.accessory);
  const fields = asList(block.fields);
  return h(
    'div',
    { className: 'bk-section' },
    h(
      'div',
      { className: 'bk-section-text' },
      block.text ? textNode(block.text, context) : null,
      fields.length > 0
        ? h('div', { className: 'bk-fields' }, ...fields.map((field) => textNode(field, context)))
        : null,
    ),
    block.accessory
      ? h(
          'div',
          { className: 'bk-accessory' },
          accessory.type === 'image'
            ? imageNode(accessory, 'bk-thumbnail', context)
            : elementNode(accessory, { blockId: asText(block.block_id), context }),
        )
      : null,
  );
}

function contextBlock(block: Json, context: RenderContext): ReactNode {
  const parts = asList(block.elements).map((part) =>
    part.type === 'image' ? imageNode(part, 'bk-icon', context) : textNode(part, context),
  );
  return h('div', { className: 'bk-context' }, ...parts);
}

function controls(block: Json, context: RenderContext): ReactNode {
  const place = { blockId: asText(block.block_id), context };
  return h(
    'div',
    { className: 'bk-actions', role: 'group', 'aria-label': 'Actions' },
    ...asList(block.elements).map((element) => elementNode(element, place)),
  );
}

function containerBlock(block: Json, context: RenderContext, child: Child): ReactNode {
  const heading = block.rich_text_title ? child(block.rich_text_title) : plainOf(block.title);
  const body = [
    block.subtitle ? textNode(block.subtitle, context) : null,
    ...asList(block.child_blocks).map(child),
  ];
  return block.is_collapsible
    ? h(
        'details',
        { className: 'bk-container', open: block.default_collapsed !== true },
        h('summary', null, heading),
        ...body,
      )
    : h('section', { className: 'bk-container' }, h('h4', null, heading), ...body);
}
