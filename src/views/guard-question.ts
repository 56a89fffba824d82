import type { MessageReply } from '../command.ts';
import type { FindingHint } from '../privacy/describe-findings.ts';
import { actions, button, section } from './block.ts';
import { foundWords, refusalOf } from './guard-words.ts';

/** Slack's ids of the guard's buttons and of its dialog. */
export const guardIds = { goOn: 'guard.go-on', edit: 'guard.edit', editForm: 'guard.edit-form' } as const;

/** Asks whether what was found is a patient's; `kept` is the sealed text, or null when it is too long to be kept. */
export function guardQuestion(hints: readonly FindingHint[], kept: string | null): MessageReply {
  const text = 'Is this a patient identifier?';
  const found = `This may hold ${foundWords(hints)}. Nothing was stored or sent on yet.`;
  const tooLong = `${refusalOf(hints)} If it is no patient's: it is too long to be asked about, write it shorter.`;
  return {
    kind: 'message',
    visibility: 'private',
    text,
    blocks:
      kept === null
        ? [section(tooLong)]
        : [
            section(
              `${found} If it is of a patient, edit it: a case code such as \`CASE-12\`, a year for a date.`,
            ),
            actions(
              button('No patient identifier: go on', guardIds.goOn, kept),
              button('Edit', guardIds.edit, kept),
            ),
          ],
  };
}
