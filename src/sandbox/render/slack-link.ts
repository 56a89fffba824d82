import { createElement as h, type ReactNode } from 'react';
import { dateText } from './date-text.ts';
import type { RenderContext } from './render-context.ts';
import { unescapeMrkdwn } from './unescape-mrkdwn.ts';

/** What stands between `<` and `>`: a mention, a date, an address with or without its label. */
export function slackLink(markup: string, context: RenderContext): ReactNode {
  const bar = markup.indexOf('|');
  const target = bar < 0 ? markup : markup.slice(0, bar);
  const label = bar < 0 ? '' : unescapeMrkdwn(markup.slice(bar + 1));
  const id = target.slice(1);
  if (target.startsWith('@')) return mention(`@${context.users.get(id) ?? (label || id)}`);
  if (target.startsWith('#')) return mention(`#${context.channels.get(id) ?? (label || id)}`);
  if (target.startsWith('!date^')) return date(target, label, context);
  if (target.startsWith('!subteam^')) return mention(label || `@${target.slice('!subteam^'.length)}`);
  if (/^!(here|channel|everyone)$/.test(target)) return mention(`@${id}`);
  return anchor(unescapeMrkdwn(target), label) ?? `<${unescapeMrkdwn(markup)}>`;
}

/** A link that opens elsewhere; nothing when the address is not one that a page should follow. */
export function anchor(address: string, label: string): ReactNode | undefined {
  if (!/^(https?:\/\/|mailto:)[^\s]+$/i.test(address)) return undefined;
  return h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, label || address);
}

function mention(name: string): ReactNode {
  return h('span', { className: 'bk-mention' }, name);
}

function date(target: string, fallback: string, { timeZone }: RenderContext): ReactNode {
  const [, seconds = '', format = '', link = ''] = target.split('^');
  const shown = dateText(Number(seconds || Number.NaN), unescapeMrkdwn(format), timeZone);
  if (shown === null) return fallback || `<${unescapeMrkdwn(target)}>`;
  const instant = new Date(Number(seconds) * 1000).toISOString();
  const time = h('time', { dateTime: instant, title: fallback || undefined }, shown);
  const address = anchor(unescapeMrkdwn(link), shown);
  return address === undefined ? time : address;
}
