import type { RenderContext } from './render-context.ts';
import { renderMessageHtml } from './render-message.ts';

/** The body of a dialog or of App Home. Its title and its two buttons belong to the page's own frame. */
export function renderViewHtml(view: { blocks: readonly unknown[] }, context: RenderContext): string {
  return renderMessageHtml(view.blocks, context);
}
