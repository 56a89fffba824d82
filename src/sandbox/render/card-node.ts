import { createElement as h, type ReactNode } from 'react';
import { elementNode } from './element-node.ts';
import { imageNode } from './image-node.ts';
import { asJson, asList, asText, type Json } from './json.ts';
import type { RenderContext } from './render-context.ts';
import { textNode } from './text-node.ts';

export function cardNode(block: Json, context: RenderContext): ReactNode {
  const place = { blockId: asText(block.block_id), context };
  const texts = ['title', 'subtitle', 'body', 'subtext'].flatMap((part) =>
    block[part] ? [h('div', { className: `bk-card-${part}` }, textNode(block[part], context))] : [],
  );
  return h(
    'div',
    { className: 'bk-card' },
    block.hero_image ? imageNode(asJson(block.hero_image), 'bk-picture', context) : null,
    block.icon ? imageNode(asJson(block.icon), 'bk-icon', context) : null,
    ...texts,
    h('div', { className: 'bk-actions' }, ...asList(block.actions).map((one) => elementNode(one, place))),
  );
}
