import type { ModalView } from '@slack/types';
import { guardIds } from './guard-question.ts';

/** The one field of the dialog. */
export const guardEditText = 'text';

/** The text of a command, to be written without identifiers. `command` comes back with it. */
export function guardEditForm(command: string, text: string): ModalView {
  return {
    type: 'modal',
    callback_id: guardIds.editForm,
    private_metadata: command,
    title: { type: 'plain_text', text: 'Edit' },
    submit: { type: 'plain_text', text: 'Send' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      {
        type: 'input',
        block_id: guardEditText,
        label: { type: 'plain_text', text: `Behind ${command}` },
        hint: { type: 'plain_text', text: 'Without names, numbers and dates of a patient.' },
        element: {
          type: 'plain_text_input',
          action_id: 'value',
          multiline: true,
          max_length: 3000,
          initial_value: text,
        },
      },
    ],
  };
}
