import { createElement as h, type ReactNode } from 'react';
import { asJson, asText } from './json.ts';
import { mrkdwn } from './mrkdwn.ts';
import type { RenderContext } from './render-context.ts';

/** A text object: mrkdwn with its markup, plain text letter for letter. */
export function textNode(value: unknown, context: RenderContext): ReactNode {
  const { type, text } = asJson(value);
  if (typeof text !== 'string') throw new TypeError('a text object without text');
  return h('div', { className: 'bk-text' }, type === 'mrkdwn' ? mrkdwn(asText(text), context) : text);
}
