import type { ModalView } from '@slack/types';
import { section } from '../block.ts';
import { followUpIds } from './action-ids.ts';
import { choiceInput, form } from './form.ts';

const options = [
  { text: 'CSV, for a spreadsheet', value: 'csv' },
  { text: 'JSON, for a program', value: 'json' },
];

/** Asks for the format alone: an export is always of all that the board has. */
export function exportForm(): ModalView {
  return form(followUpIds.exportForm, { title: 'Export', submit: 'Export' }, [
    section(
      'Every date of this board, open and closed, one a row. The file comes to you alone, in a direct message.',
    ),
    choiceInput({ id: 'format', label: 'Format', initial: 'csv' }, options),
  ]);
}
