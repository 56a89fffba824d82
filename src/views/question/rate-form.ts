import type { ModalView } from '@slack/types';
import type { Claim, FlagReason } from '../../../knowledge/schema.ts';
import { actionIds } from '../action-ids.ts';
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

/** Asks why, and which of the statements it is about; `questionId` comes back with the verdict. */
export function rateForm(
  verdict: keyof typeof ratingReasons,
  questionId: string,
  statements: readonly Pick<Claim, 'id' | 'statement'>[] = [],
): ModalView {
  const title = verdict === 'flagged' ? 'Flag as wrong' : 'Not helpful';
  return form(actionIds.rateForm, { title, submit: 'Send', privateValue: `${verdict} ${questionId}` }, [
    ...(verdict === 'flagged' && statements.length > 0 ? [statementChoice(statements)] : []),
    choiceInput(
      { id: 'reason', label: verdict === 'flagged' ? 'What is wrong?' : 'Why not?' },
      ratingReasons[verdict],
    ),
    linesInput({
      id: 'note',
      label: 'In your words',
      optional: true,
      hint: 'Curators read it. Without names, numbers and dates of a patient.',
    }),
  ]);
}

/** One that stands alone is meant, unless somebody says otherwise. */
function statementChoice(statements: readonly Pick<Claim, 'id' | 'statement'>[]) {
  const [only] = statements;
  const initial = only && statements.length === 1 ? { initial: only.id } : {};
  return choiceInput({ id: 'statement', label: 'Which statement?', ...initial }, [
    ...statements.slice(0, 90).map(({ id, statement }) => ({ value: id, text: statement })),
    { value: wholeAnswer, text: 'None of them: the answer as a whole' },
  ]);
}
