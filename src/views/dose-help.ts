import type { Command, MessageBlock } from '../command.ts';
import { context, header, sections } from './block.ts';
import { doseFooter } from './dose-words.ts';
import { exampleLines } from './example-lines.ts';

/** What can be written behind the command, each with what it does. */
export function doseHelp(examples: Command['examples']): MessageBlock[] {
  return [
    header('Schedules side by side'),
    ...sections(exampleLines(examples).join('\n')),
    context(
      'A dose in Gy or cGy, a slash, the number of fractions; `vs` between schedules, `+` between phases. What I understood is read back above the table. No patient belongs here, only schedules.',
      doseFooter,
    ),
  ];
}
