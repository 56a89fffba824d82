import type { Command, MessageBlock } from '../../command.ts';
import { actions, button, context, header, sections } from '../block.ts';
import { exampleLines } from '../example-lines.ts';
import { followUpIds } from './action-ids.ts';

/** What can be written behind the command, each with what it does. */
export function followUpHelp(examples: Command['examples']): MessageBlock[] {
  return [
    header('Follow-up imaging'),
    ...sections(exampleLines(examples).join('\n')),
    context(
      'A scan closes only on proof. When a case has several follow-ups, name the one you mean: `CASE-12 CT chest`; `scan 2027-02-23` names one date. Only this board sees its cases. Write no patient identifiers.',
    ),
    actions(button('Add…', followUpIds.add, 'add', 'Add a follow-up')),
  ];
}
