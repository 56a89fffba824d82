import type { ModalView } from '@slack/types';
import type { Claim } from '../../../knowledge/schema.ts';
import type { FlagOutcome } from '../../evidence/curation/curation-records.ts';
import { actionIds } from '../action-ids.ts';
import { section } from '../block.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';
import { form, linesInput, textInput } from '../follow-up/form.ts';

const words = {
  upheld: { title: 'Uphold the flag', submit: 'Uphold', label: 'What is wrong, and what will be corrected' },
  rejected: { title: 'Reject the flag', submit: 'Reject', label: 'Why the statement stands as it is' },
} as const satisfies Record<FlagOutcome, object>;

export function decideForm(outcome: FlagOutcome, flagId: string, statement: string | undefined): ModalView {
  const { title, submit, label } = words[outcome];
  return form(actionIds.decideForm, { title, submit, privateValue: `${outcome} ${flagId}` }, [
    ...(statement === undefined ? [] : [section(`*${escapeMrkdwn(statement)}*`)]),
    linesInput({ id: 'note', label, hint: 'Who flagged it is told this, once.' }),
  ]);
}

/** `claim` is left out where a curator names the statement. */
export function approveForm(claim?: Pick<Claim, 'id' | 'statement'>): ModalView {
  return form(
    actionIds.approveForm,
    { title: 'Approve a statement', submit: 'Approve', privateValue: claim?.id ?? '' },
    [
      claim
        ? section(`*${escapeMrkdwn(claim.statement)}*`)
        : textInput({
            id: 'claimId',
            label: 'Id of the statement',
            longest: 90,
            hint: 'As its source shows it at the bottom, for example guo-2024-row-lee-2006.',
          }),
      textInput({
        id: 'reviewerName',
        label: 'Your name, as it is to be printed',
        longest: 80,
        hint: 'It stands with the statement for everybody: you compared its words and figures with the source.',
      }),
    ],
  );
}
