import { createElement as h, type ReactNode } from 'react';
import { elementNode } from './element-node.ts';
import { asJson, asText, type Json, plainOf } from './json.ts';
import type { RenderContext } from './render-context.ts';

/** A question of a dialog: label, element, hint, and a place for what is wrong with the answer. */
export function inputNode(block: Json, context: RenderContext): ReactNode {
  const blockId = asText(block.block_id);
  const element = asJson(block.element);
  const optional = block.optional === true;
  const own = `bk-${encodeURIComponent(`${blockId}-${asText(element.action_id)}`)}`;
  const described = [...(block.hint ? [`${own}-hint`] : []), `${own}-error`].join(' ');
  const label = `${plainOf(block.label)}${optional ? ' (optional)' : ''}`;
  const isGroup = element.type === 'radio_buttons' || element.type === 'checkboxes';
  return h(
    isGroup ? 'fieldset' : 'div',
    { className: 'bk-input', 'data-input-block': blockId },
    isGroup ? h('legend', null, label) : h('label', { htmlFor: own }, label),
    elementNode(element, {
      blockId,
      context,
      input: {
        elementId: own,
        describedBy: described,
        required: !optional,
        dispatches: block.dispatch_action === true,
      },
    }),
    block.hint ? h('p', { className: 'bk-hint', id: `${own}-hint` }, plainOf(block.hint)) : null,
    h('p', {
      className: 'bk-error',
      id: `${own}-error`,
      role: 'alert',
      'data-error-for': blockId,
      hidden: true,
    }),
  );
}
