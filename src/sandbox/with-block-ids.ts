import type { MessageBlock } from '../command.ts';

/** Slack names every block, and every element that can be pressed, which the app left unnamed. */
export function withBlockIds(blocks: readonly MessageBlock[], newId: () => string): MessageBlock[] {
  const shortId = () => newId().replaceAll('-', '').slice(0, 10);
  const named = blocks.map((block) => nameIn(block, shortId) as MessageBlock);
  return named.map((block) => ({ ...block, block_id: block.block_id || shortId() }));
}

const blocksInside = new Set(['child_blocks']);

function nameIn(value: unknown, newId: () => string): unknown {
  if (Array.isArray(value)) return value.map((item) => nameIn(item, newId));
  if (value === null || typeof value !== 'object') return value;
  const named = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const walked = nameIn(inner, newId);
      if (!blocksInside.has(key)) return [key, walked];
      return [
        key,
        (walked as MessageBlock[]).map((block) => ({ ...block, block_id: block.block_id || newId() })),
      ];
    }),
  );
  return interactiveTypes.has(String(named.type)) && !named.action_id
    ? { ...named, action_id: newId() }
    : named;
}

export const interactiveTypes: ReadonlySet<string> = new Set([
  'button',
  'workflow_button',
  'icon_button',
  'feedback_buttons',
  'overflow',
  'static_select',
  'multi_static_select',
  'external_select',
  'multi_external_select',
  'users_select',
  'multi_users_select',
  'conversations_select',
  'multi_conversations_select',
  'channels_select',
  'multi_channels_select',
  'radio_buttons',
  'checkboxes',
  'datepicker',
  'timepicker',
  'datetimepicker',
  'plain_text_input',
  'number_input',
  'email_text_input',
  'url_text_input',
]);
