import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { shortened } from '../block.ts';

/** One question: its `block_id`, its label, and what else is to be said. */
interface Asked {
  id: string;
  label: string;
  hint?: string;
  optional?: boolean;
  initial?: string;
  /** Characters, of a text. */
  longest?: number;
}

export interface Option {
  text: string;
  value: string;
}

/** A dialog that is submitted; `privateValue` comes back with it. */
export function form(
  callbackId: string,
  { title, submit, privateValue = '' }: { title: string; submit: string; privateValue?: string },
  blocks: KnownBlock[],
): ModalView {
  return {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: privateValue,
    title: { type: 'plain_text', text: shortened(title, 24) },
    submit: { type: 'plain_text', text: submit },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks,
  };
}

export function dateInput(asked: Asked): InputBlock {
  return input(asked, {
    type: 'datepicker',
    action_id: 'value',
    ...(asked.initial ? { initial_date: asked.initial } : {}),
  });
}

export function personInput(asked: Asked): InputBlock {
  return input(asked, {
    type: 'users_select',
    action_id: 'value',
    ...(asked.initial ? { initial_user: asked.initial } : {}),
  });
}

export function textInput(asked: Asked): InputBlock {
  return input(asked, {
    type: 'plain_text_input',
    action_id: 'value',
    max_length: asked.longest ?? 40,
    ...(asked.initial ? { initial_value: asked.initial } : {}),
  });
}

/** Several lines, for what is a list. */
export function linesInput(asked: Asked): InputBlock {
  return input(asked, {
    type: 'plain_text_input',
    action_id: 'value',
    multiline: true,
    max_length: 2000,
    ...(asked.initial ? { initial_value: asked.initial } : {}),
  });
}

/** Ticked options come back as their values with commas between; so does `initial`. */
export function ticksInput(asked: Asked, options: readonly Option[]): InputBlock {
  const ticked = asked.initial?.split(',') ?? [];
  const initial = options.filter(({ value }) => ticked.includes(value)).map(plainOption);
  return input(asked, {
    type: 'checkboxes',
    action_id: 'value',
    options: options.map(plainOption),
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  });
}

export function numberInput(asked: Asked): InputBlock {
  return input(asked, {
    type: 'number_input',
    action_id: 'value',
    is_decimal_allowed: false,
    min_value: '0',
    ...(asked.initial ? { initial_value: asked.initial } : {}),
  });
}

export function choiceInput(asked: Asked, options: readonly Option[]): InputBlock {
  const initial = options.find(({ value }) => value === asked.initial);
  return input(asked, {
    type: 'static_select',
    action_id: 'value',
    options: options.map(plainOption),
    ...(initial ? { initial_option: plainOption(initial) } : {}),
  });
}

export function groupedInput(
  asked: Asked,
  groups: readonly { label: string; options: readonly Option[] }[],
): InputBlock {
  return input(asked, {
    type: 'static_select',
    action_id: 'value',
    option_groups: groups.map(({ label, options }) => ({
      label: { type: 'plain_text', text: label },
      options: options.map(plainOption),
    })),
  });
}

/** Options whose value is what they say. */
export const asOptions = (words: readonly string[]): Option[] =>
  words.map((word) => ({ text: word, value: word }));

function plainOption({ text, value }: Option) {
  return { text: { type: 'plain_text' as const, text: shortened(text, 75) }, value };
}

function input({ id, label, hint, optional = false }: Asked, element: InputBlock['element']): InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: { type: 'plain_text', text: label },
    element,
    optional,
    ...(hint ? { hint: { type: 'plain_text', text: hint } } : {}),
  };
}
