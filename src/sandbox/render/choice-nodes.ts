import { createElement as h, type ReactNode } from 'react';
import { elementAttributes, namingAttributes } from './element-attributes.ts';
import type { Place } from './element-node.ts';
import { asJson, asList, asText, type Json, plainOf } from './json.ts';
import { textNode } from './text-node.ts';

interface Choice {
  value: string;
  label: string;
}

/** Every kind of menu: of options, of people, of conversations. */
export function selectNode(element: Json, place: Place): ReactNode {
  const multiple = asText(element.type).startsWith('multi_');
  const initial = initialValues(element);
  const groups = asList(element.option_groups);
  const empty = plainOf(element.placeholder) || 'Choose…';
  return h(
    'select',
    {
      ...elementAttributes(element, place),
      ...namingAttributes(element, place, 'Choose'),
      className: 'bk-select',
      multiple,
      defaultValue: multiple ? initial : (initial[0] ?? ''),
    },
    multiple ? null : h('option', { value: '' }, empty),
    ...choicesOf(element, place).map(optionNode),
    ...groups.map(({ label, options }) =>
      h('optgroup', { label: plainOf(label) }, ...asList(options).map(asChoice).map(optionNode)),
    ),
  );
}

/** Radio buttons and checkboxes: the data of the element stands on each of its boxes. */
export function choiceNode(element: Json, place: Place): ReactNode {
  const {
    id,
    'aria-describedby': describedBy,
    'aria-label': label,
  } = namingAttributes(element, place, 'Choose');
  const { input, blockId, context } = place;
  const initial = initialValues(element);
  const type = element.type === 'radio_buttons' ? 'radio' : 'checkbox';
  const boxes = asList(element.options).map((option) =>
    h(
      'label',
      { className: 'bk-choice' },
      h('input', {
        ...elementAttributes(element, place),
        type,
        name: `${blockId} ${asText(element.action_id)}`,
        value: asText(option.value),
        defaultChecked: initial.includes(asText(option.value)),
        required: type === 'radio' && input?.required,
      }),
      textNode(option.text, context),
      option.description ? h('small', null, plainOf(option.description)) : null,
    ),
  );
  return h(
    'div',
    { className: 'bk-choices', role: 'group', id, 'aria-label': label, 'aria-describedby': describedBy },
    ...boxes,
  );
}

function optionNode({ value, label }: Choice): ReactNode {
  return h('option', { value }, label);
}

function asChoice(option: Json): Choice {
  return { value: asText(option.value), label: plainOf(option.text) };
}

function choicesOf(element: Json, { context }: Place): Choice[] {
  const type = asText(element.type);
  const named = (names: ReadonlyMap<string, string>, sign: string) =>
    [...names].map(([value, name]) => ({ value, label: sign + name }));
  if (type.endsWith('users_select'))
    return named(context.users, '@').filter(({ value }) => value !== context.appUserId);
  if (type.endsWith('channels_select') || type.endsWith('conversations_select'))
    return named(context.channels, '#');
  return asList(element.options).map(asChoice);
}

function initialValues(element: Json): string[] {
  const ids = ['user', 'users', 'channel', 'channels', 'conversation', 'conversations'].flatMap(
    (kind) => element[`initial_${kind}`] ?? [],
  );
  const options = [element.initial_option ?? [], element.initial_options ?? []].flat();
  return [...ids.map(asText), ...options.map((option) => asText(asJson(option).value))];
}
