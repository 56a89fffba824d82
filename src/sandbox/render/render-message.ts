import { blockHtml } from './block-html.ts';
import type { RenderContext } from './render-context.ts';

/** The blocks of a message as HTML, each by itself: one that cannot be drawn does not take the others with it. */
export function renderMessageHtml(blocks: readonly unknown[], context: RenderContext): string {
  return `<div class="bk">${blocks.map((block) => blockHtml(block, context)).join('')}</div>`;
}
