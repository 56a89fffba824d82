import { createElement as h, type ReactNode } from 'react';
import { buttonNode, feedbackNode, overflowNode } from './button-nodes.ts';
import { choiceNode, selectNode } from './choice-nodes.ts';
import { dateNode, entryNode } from './entry-nodes.ts';
import { asText, type Json } from './json.ts';
import type { RenderContext } from './render-context.ts';

/** Where an element stands, and who names it. */
export interface Place {
  blockId: string;
  context: RenderContext;
  /** Set inside an `input` block, which labels its element. */
  input?: { elementId: string; describedBy: string | undefined; required: boolean; dispatches: boolean };
}

const drawn: Readonly<Record<string, (element: Json, place: Place) => ReactNode>> = {
  button: buttonNode,
  workflow_button: buttonNode,
  icon_button: buttonNode,
  feedback_buttons: feedbackNode,
  overflow: overflowNode,
  static_select: selectNode,
  multi_static_select: selectNode,
  users_select: selectNode,
  multi_users_select: selectNode,
  channels_select: selectNode,
  multi_channels_select: selectNode,
  conversations_select: selectNode,
  multi_conversations_select: selectNode,
  radio_buttons: choiceNode,
  checkboxes: choiceNode,
  datepicker: dateNode,
  timepicker: dateNode,
  datetimepicker: dateNode,
  plain_text_input: entryNode,
  email_text_input: entryNode,
  url_text_input: entryNode,
  number_input: entryNode,
};

/** An element that can be used, or a visible note that this page has none of its type. */
export function elementNode(element: Json, place: Place): ReactNode {
  const type = asText(element.type);
  const draw = Object.hasOwn(drawn, type) ? drawn[type] : undefined;
  return draw
    ? draw(element, place)
    : h(
        'span',
        { className: 'bk-unknown', role: 'note' },
        h('span', null, `Unknown element: ${type || 'no type'}`),
        h('code', null, JSON.stringify(element)),
      );
}
