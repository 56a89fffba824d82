import type { ViewStateValue } from '@slack/bolt';
import type { Command, FieldErrors } from '../command.ts';
import { refusalOf } from '../views/guard-words.ts';
import { screenText } from './screen-text.ts';
import type { SlackEdge } from './slack-edge.ts';

/** What was picked is the app's own; what was written is not. */
const written = new Set(['plain_text_input', 'email_text_input', 'url_text_input']);

/** What is wrong with the texts of a submitted dialog, under their fields; nothing when all may be read. */
export function screenForm(
  state: Record<string, Record<string, ViewStateValue>>,
  command: Pick<Command, 'freeField'> | undefined,
  edge: SlackEdge,
): FieldErrors | undefined {
  const errors: Record<string, string> = {};
  for (const [field, elements] of Object.entries(state)) {
    for (const { type, value } of Object.values(elements)) {
      if (!written.has(type) || !value) continue;
      const text = command?.freeField?.(value, field) ?? value;
      const { verdict, hints } = screenText(text, edge);
      if (verdict !== 'pass') errors[field] = refusalOf(hints);
    }
  }
  return Object.keys(errors).length > 0 ? { kind: 'field-errors', errors } : undefined;
}
