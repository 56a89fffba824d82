import { createElement as h, type ReactNode } from 'react';
import { asText, type Json } from './json.ts';
import type { RenderContext } from './render-context.ts';

/** A file that stands in a conversation by itself, to be kept on this machine. */
export function fileNode(block: Json, { file }: RenderContext): ReactNode {
  const id = asText(block.external_id);
  const found = file?.(id);
  if (!found) return h('span', { className: 'bk-no-image' }, `There is no file ${id} any more.`);
  const { name, title, bytes } = found;
  return h(
    'a',
    { className: 'bk-file', href: `/sandbox/files/${id}`, download: name },
    h('span', { className: 'bk-file-name' }, name),
    h('span', { className: 'bk-file-about' }, `${title} · ${sizeText(bytes.length)} · Download`),
  );
}

function sizeText(bytes: number): string {
  return bytes < 1000 ? `${bytes} bytes` : `${Math.ceil(bytes / 1000)} kB`;
}
