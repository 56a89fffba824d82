import type { ModalView } from '@slack/types';
import type { FlagReason, LoadedClaim } from '../../../knowledge/schema.ts';
import { actionIds } from '../action-ids.ts';
import { context } from '../block.ts';
import { choiceInput, form, linesInput } from '../follow-up/form.ts';

/** Why an answer is of no help, or what is wrong with it; kept by the value. */
export const ratingReasons = {
  'not-helpful': [
    { value: 'not-my-question', text: 'It answers another question' },
    { value: 'missing', text: 'Something that should be there is missing' },
    { value: 'should-have-answered', text: 'It declined what it should know' },
    { value: 'hard-to-read', text: 'It is hard to read' },
    { value: 'other', text: 'Something else' },
  ],
  flagged: [
    { value: 'differs-from-source', text: 'A statement differs from its source' },
    { value: 'wrong-figure', text: 'A figure or unit is wrong' },
    { value: 'missing-warning', text: 'A warning or a contrary source is missing' },
    { value: 'outdated', text: 'It is outdated or retracted' },
    { value: 'other', text: 'Something else' },
  ],
} as const satisfies {
  'not-helpful': readonly object[];
  flagged: readonly { value: FlagReason; text: string }[];
};

/** What was flagged when it is no single statement. */
const wholeAnswer = 'answer';

type ShownStatement = Pick<LoadedClaim, 'id' | 'statement' | 'contentHash'>;

/**
 * Asks why, and which of the statements it is about; `questionId` comes back with the verdict. `changed` counts those
 * that say something else now than the answer did.
 */
export function rateForm(
  verdict: keyof typeof ratingReasons,
  questionId: string,
  statements: readonly ShownStatement[] = [],
  changed = 0,
): ModalView {
  const isFlag = verdict === 'flagged';
  const title = isFlag ? 'Flag as wrong' : 'Not helpful';
  return form(actionIds.rateForm, { title, submit: 'Send', privateValue: `${verdict} ${questionId}` }, [
    ...(isFlag && changed > 0 ? [context(changedSince)] : []),
    ...(isFlag && statements.length > 0 ? [statementChoice(statements)] : []),
    choiceInput({ id: 'reason', label: isFlag ? 'What is wrong?' : 'Why not?' }, ratingReasons[verdict]),
    linesInput({
      id: 'note',
      label: 'In your words',
      optional: true,
      hint: 'Curators read it. Without names, numbers and dates of a patient.',
    }),
  ]);
}

const changedSince =
  'Of this answer something has changed since it was shown, and is not in the list. Ask again to flag it as it is now.';

/** One that stands alone is meant, unless somebody says otherwise. What is flagged is the content that was shown. */
function statementChoice(statements: readonly ShownStatement[]) {
  const choices = statements.slice(0, 90).map(({ id, statement, contentHash }) => ({
    value: `${id} ${contentHash}`,
    text: statement,
  }));
  const [only] = choices;
  const initial = only && choices.length === 1 ? { initial: only.value } : {};
  return choiceInput({ id: 'statement', label: 'Which statement?', ...initial }, [
    ...choices,
    { value: wholeAnswer, text: 'None of them: the answer as a whole' },
  ]);
}
