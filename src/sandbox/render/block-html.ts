import { createElement as h, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { blockNode } from './block-node.ts';
import { asJson, asText } from './json.ts';
import { readyHtml } from './ready-html.ts';
import type { RenderContext } from './render-context.ts';

/** One block as HTML. Whatever cannot be drawn is shown as what it is, never left out. */
export function blockHtml(block: unknown, context: RenderContext): string {
  try {
    const node = blockNode(block, context, (child) => readyHtml(blockHtml(child, context)));
    return renderToStaticMarkup(node ?? notDrawn('Unknown block', block));
  } catch {
    return renderToStaticMarkup(notDrawn('Block that could not be drawn', block));
  }
}

function notDrawn(what: string, block: unknown): ReactNode {
  const type = asText(asJson(block).type) || 'no type';
  return h(
    'div',
    { className: 'bk-unknown', role: 'note' },
    h('p', null, `${what}: ${type}`),
    h('pre', { tabIndex: 0 }, JSON.stringify(block, null, 2)),
  );
}
