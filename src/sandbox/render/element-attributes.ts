import type { Place } from './element-node.ts';
import { asJson, asText, type Json, plainOf } from './json.ts';

type Attributes = Record<string, string | boolean | undefined>;

/** What the page's script reads from an element: who it is, and what to ask before it is sent. */
export function elementAttributes(element: Json, { blockId, input }: Place): Attributes {
  return {
    'data-block-id': blockId,
    'data-action-id': asText(element.action_id),
    'data-element-type': asText(element.type),
    'data-focus-on-load': element.focus_on_load === true ? '' : undefined,
    'data-dispatch-action': input === undefined || input.dispatches ? '' : undefined,
    ...confirmAttributes(element.confirm),
  };
}

/** What a screen reader needs to know of an element, in an `input` block and out of one. */
export function namingAttributes(element: Json, { input }: Place, otherwise: string): Attributes {
  if (input === undefined) return { 'aria-label': plainOf(element.placeholder) || otherwise };
  return { id: input.elementId, 'aria-describedby': input.describedBy, required: input.required };
}

function confirmAttributes(confirm: unknown): Attributes {
  if (!confirm) return {};
  const { title, text, confirm: yes, deny, style } = asJson(confirm);
  return {
    'data-confirm-title': plainOf(title) || 'Are you sure?',
    'data-confirm-text': plainOf(text),
    'data-confirm-yes': plainOf(yes) || 'Yes',
    'data-confirm-no': plainOf(deny) || 'Cancel',
    'data-confirm-style': asText(style) || 'primary',
  };
}
