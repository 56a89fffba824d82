import { createRequire } from 'node:module';
import { createElement as h, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { MessageProps } from 'slack-blocks-to-jsx';
import { visibleText } from '../../slack/block-kit/visible-text.ts';
import { dateText } from './date-text.ts';
import type { Json } from './json.ts';
import { readyHtml } from './ready-html.ts';
import type { RenderContext } from './render-context.ts';
import { anchor } from './slack-link.ts';

const load = createRequire(import.meta.url);

/**
 * A block drawn by slack-blocks-to-jsx. What is drawn here by ourselves it does less well: it reads markup in
 * plain text and in escaped text, and drops lines that look like Markdown's.
 */
export function libraryNode(block: Json, context: RenderContext): ReactNode {
  // Half a second to load, and most messages need none of it.
  const { Message } = load('slack-blocks-to-jsx') as typeof import('slack-blocks-to-jsx');
  const html = renderToStaticMarkup(
    h(Message, {
      blocks: [block as never],
      logo: '',
      name: '',
      withoutWrapper: true,
      unstyled: true,
      data: { users: named(context.users), channels: named(context.channels) },
      hooks: hooksFor(context),
    }),
    // The wrapper's id would stand once a block on one page.
  ).replaceAll(' id="slack_blocks_to_jsx" data-theme="light"', '');
  if (losesText(block, html)) throw new Error('the library left text out');
  return readyHtml(html, 'bk-library');
}

function hooksFor({ timeZone }: RenderContext): MessageProps['hooks'] {
  return {
    link: ({ href, children }) =>
      anchor(href, '') === undefined
        ? h('span', null, children)
        : h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, children),
    date: ({ timestamp, format, fallback }) => dateText(Number(timestamp), format, timeZone) ?? fallback,
  };
}

function named(names: ReadonlyMap<string, string>): { id: string; name: string }[] {
  return [...names].map(([id, name]) => ({ id, name }));
}

/** It passes over what it does not know without a word; each word must be somewhere in what it drew. */
function losesText(block: Json, html: string): boolean {
  const withoutEmoji = JSON.parse(
    JSON.stringify(block, (_, value) =>
      value?.type === 'emoji' || value?.type === 'date' ? undefined : value,
    ),
  );
  const words = visibleText(withoutEmoji).flatMap((text) => text.match(/[\p{L}\p{N}]{2,}/gu) ?? []);
  return words.some((word) => !html.includes(word));
}
