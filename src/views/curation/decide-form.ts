import type { ModalView } from '@slack/types';
import type { LoadedClaim } from '../../../knowledge/schema.ts';
import type { FlagOutcome, OpenFlag } from '../../evidence/curation/curation-records.ts';
import type { ReviewedEntry } from '../../evidence/curation/reviewed-entry.ts';
import { actionIds } from '../action-ids.ts';
import { context, contexts, section } from '../block.ts';
import { flagReasonText } from '../claim-standing.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';
import { form, linesInput, textInput } from '../follow-up/form.ts';

const words = {
  upheld: { title: 'Uphold the flag', submit: 'Uphold', label: 'What is wrong, and what will be corrected' },
  rejected: { title: 'Reject the flag', submit: 'Reject', label: 'Why the statement stands as it is' },
} as const satisfies Record<FlagOutcome, object>;

/** `claim` is the statement as it is now; undefined when the base has lost it. */
export function decideForm(
  outcome: FlagOutcome,
  flag: Pick<OpenFlag, 'id' | 'contentHash' | 'said'>,
  claim: Pick<LoadedClaim, 'statement' | 'contentHash'> | undefined,
): ModalView {
  const { title, submit, label } = words[outcome];
  return form(actionIds.decideForm, { title, submit, privateValue: `${outcome} ${flag.id}` }, [
    ...(claim ? [section(`*${escapeMrkdwn(claim.statement)}*`)] : []),
    ...(claim && claim.contentHash !== flag.contentHash
      ? [context('The statement has changed since it was flagged.')]
      : []),
    ...contexts(flag.said.flatMap(saidLines).join('\n')),
    linesInput({ id: 'note', label, hint: 'Who flagged it is told this, once.' }),
  ]);
}

function saidLines({ reason, note }: OpenFlag['said'][number]): string[] {
  return [`⚑ ${flagReasonText[reason]}`, ...(note === null ? [] : [escapeMrkdwn(note)])];
}

/** `entry` is left out where a curator names it. */
export function approveForm(entry?: Pick<ReviewedEntry, 'id' | 'kind' | 'says' | 'contentHash'>): ModalView {
  return form(
    actionIds.approveForm,
    {
      title: `Approve a ${entry ? titleWord[entry.kind] : 'statement'}`,
      submit: 'Approve',
      privateValue: entry ? `${entry.id} ${entry.contentHash}` : '',
    },
    [
      entry
        ? section(`*${escapeMrkdwn(entry.says)}*`)
        : textInput({
            id: 'claimId',
            label: 'Id of the statement, case or template',
            longest: 90,
            hint: 'As its source shows it at the bottom, for example guo-2024-row-lee-2006; of a template, the name of its file.',
          }),
      textInput({
        id: 'reviewerName',
        label: 'Your name, as it is to be printed',
        longest: 80,
        hint: 'It stands with it for everybody: you compared its words and figures with the source.',
      }),
    ],
  );
}

/** A dialog’s title holds 24 characters. */
const titleWord = {
  statement: 'statement',
  'published case': 'case',
  'template of follow-up': 'template',
} as const satisfies Record<ReviewedEntry['kind'], string>;
