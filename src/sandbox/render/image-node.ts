import { createElement as h, type ReactNode } from 'react';
import { asJson, asText, type Json } from './json.ts';
import type { RenderContext } from './render-context.ts';

/** An image, or its description where the page has no picture to load. */
export function imageNode(image: Json, className: string, context: RenderContext): ReactNode {
  const file = asJson(image.slack_file);
  const fileId = asText(file.id);
  const alt = asText(image.alt_text);
  if (fileId) return uploadedNode(fileId, alt, className, context);
  const src = asText(image.image_url) || asText(file.url);
  if (!/^(https?:\/\/|\/)/.test(src))
    return h('span', { className: 'bk-no-image', role: 'img', 'aria-label': alt }, alt);
  // Lazy, or React asks the browser to load it before the page is there.
  return h('img', { className, src, alt, loading: 'lazy' });
}

/** A picture that the app uploaded; a press enlarges it. */
function uploadedNode(fileId: string, alt: string, className: string, { file }: RenderContext): ReactNode {
  const size = file?.(fileId)?.size;
  if (!size)
    return h('span', { className: 'bk-no-image' }, `There is no file ${fileId}. It would show: ${alt}`);
  const href = `/sandbox/files/${fileId}`;
  // With its size the page keeps its place while the picture loads.
  const { width, height } = size;
  return h(
    'a',
    { className: 'bk-enlarge', href, target: '_blank', rel: 'noopener noreferrer' },
    h('img', { className, src: href, alt, width, height, loading: 'lazy' }),
  );
}
