import type { ModalView } from '@slack/types';
import type { LoadedClaim } from '../../../knowledge/schema.ts';
import { actionIds } from '../action-ids.ts';
import { section } from '../block.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';
import { choiceInput, form, linesInput } from '../follow-up/form.ts';
import { ratingReasons } from '../question/rate-form.ts';

/** Asks what is wrong with a statement. */
export function flagForm(claim: Pick<LoadedClaim, 'id' | 'statement' | 'contentHash'>): ModalView {
  const { id, statement, contentHash } = claim;
  const privateValue = `${id} ${contentHash}`;
  return form(actionIds.flagClaimForm, { title: 'Flag as wrong', submit: 'Flag it', privateValue }, [
    section(`*${escapeMrkdwn(statement)}*`),
    choiceInput({ id: 'reason', label: 'What is wrong?' }, ratingReasons.flagged),
    linesInput({
      id: 'note',
      label: 'In your words',
      optional: true,
      hint: 'Only curators read it. Without names, numbers and dates of a patient.',
    }),
    section(
      '_It is marked for everybody at once, without your name, and stays visible. Only curators see who flagged it._',
    ),
  ]);
}
