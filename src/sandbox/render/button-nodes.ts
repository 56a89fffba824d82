import { createElement as h, type ReactNode } from 'react';
import { elementAttributes } from './element-attributes.ts';
import type { Place } from './element-node.ts';
import { asJson, asList, asText, type Json, plainOf } from './json.ts';

export function buttonNode(element: Json, place: Place): ReactNode {
  const attributes = {
    ...elementAttributes(element, place),
    className: `bk-button ${asText(element.style)}`.trim(),
    'data-value': asText(element.value),
    'aria-label': asText(element.accessibility_label) || undefined,
  };
  const address = asText(element.url);
  return /^https?:\/\//.test(address)
    ? h(
        'a',
        { ...attributes, href: address, target: '_blank', rel: 'noopener noreferrer' },
        plainOf(element.text),
      )
    : h('button', { type: 'button', ...attributes }, plainOf(element.text));
}

/** Two buttons with one `action_id`: the value tells them apart. */
export function feedbackNode(element: Json, place: Place): ReactNode {
  const buttons = ['positive_button', 'negative_button'].map((which) =>
    buttonNode({ ...asJson(element[which]), type: element.type, action_id: element.action_id }, place),
  );
  return h('span', { className: 'bk-feedback', role: 'group', 'aria-label': 'Feedback' }, ...buttons);
}

export function overflowNode(element: Json, place: Place): ReactNode {
  const { options, ...itself } = element;
  return h(
    'details',
    { className: 'bk-overflow' },
    h('summary', { className: 'bk-button', 'aria-label': 'More actions' }, '⋯'),
    h(
      'div',
      { className: 'bk-menu' },
      ...asList(options).map(({ text, value, url }) => buttonNode({ ...itself, text, value, url }, place)),
    ),
  );
}
