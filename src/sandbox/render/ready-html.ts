import { createElement as h, type ReactNode } from 'react';

/** HTML that React has written, as part of another node. Never for text that comes from a block. */
export function readyHtml(html: string, className?: string): ReactNode {
  return h('div', { className, dangerouslySetInnerHTML: { __html: html } });
}
