import { createElement as h, type ReactNode } from 'react';
import { elementAttributes, namingAttributes } from './element-attributes.ts';
import type { Place } from './element-node.ts';
import { asText, type Json, plainOf } from './json.ts';

const inputTypes: Readonly<Record<string, string>> = {
  plain_text_input: 'text',
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'number',
  datepicker: 'date',
  timepicker: 'time',
  datetimepicker: 'datetime-local',
};

/** Where text or a number is typed. */
export function entryNode(element: Json, place: Place): ReactNode {
  const attributes = {
    ...elementAttributes(element, place),
    ...namingAttributes(element, place, 'Text'),
    className: 'bk-entry',
    placeholder: plainOf(element.placeholder) || undefined,
    defaultValue: asText(element.initial_value),
    minLength: numberOf(element.min_length),
    maxLength: numberOf(element.max_length),
  };
  if (element.multiline === true) return h('textarea', { ...attributes, rows: 4 });
  return h('input', {
    ...attributes,
    type: typeOf(element),
    min: asText(element.min_value) || undefined,
    max: asText(element.max_value) || undefined,
    step: element.type === 'number_input' ? (element.is_decimal_allowed === true ? 'any' : '1') : undefined,
    autoComplete: 'off',
  });
}

/** Where a day, a time or both are picked. */
export function dateNode(element: Json, place: Place): ReactNode {
  const seconds = numberOf(element.initial_date_time);
  const instant = seconds === undefined ? '' : new Date(seconds * 1000).toISOString().slice(0, 16);
  return h('input', {
    ...elementAttributes(element, place),
    ...namingAttributes(element, place, 'Date or time'),
    className: 'bk-entry bk-date',
    type: typeOf(element),
    defaultValue: asText(element.initial_date) || asText(element.initial_time) || instant,
    // What is picked is local to the reader; the script turns it into seconds.
    'data-initial-seconds': seconds === undefined ? undefined : String(seconds),
  });
}

const typeOf = (element: Json) => inputTypes[asText(element.type)] ?? 'text';

const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined);
