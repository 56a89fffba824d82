import type { ModalView } from '@slack/types';
import { CONTRASTS } from '../../followup/follow-up.ts';
import { BODY_SITES, MODALITIES } from '../../followup/vocabulary.ts';
import { followUpIds } from './action-ids.ts';
import { asOptions, choiceInput, dateInput, form, numberInput, personInput, textInput } from './form.ts';

const units = ['day', 'week', 'month', 'year'].map((value) => ({ text: `${value}s`, value }));

/** What a new follow-up needs; its blocks are named as the fields of the draft. */
export function addForm({ ownerId, dueOn }: { ownerId: string; dueOn: string }): ModalView {
  return form(followUpIds.addForm, { title: 'Add a follow-up', submit: 'Save' }, [
    caseInput,
    ...examinationInputs,
    dateInput({ id: 'targetOn', label: 'Due on', initial: dueOn }),
    numberInput({
      id: 'windowDays',
      label: 'Window: days before and after',
      initial: '14',
      hint: 'Within it the scan counts as on time.',
    }),
    ...peopleInputs(ownerId),
    numberInput({
      id: 'every',
      label: 'Repeat every: how many',
      optional: true,
      hint: 'Empty for a single scan.',
    }),
    choiceInput({ id: 'unit', label: 'Repeat every: days, weeks, months or years', optional: true }, units),
    dateInput({ id: 'untilOn', label: 'Repeat until', optional: true }),
  ]);
}

export const caseInput = textInput({
  id: 'caseCode',
  label: 'Case code',
  hint: 'Letters, a hyphen and up to six digits, as CASE-12. Never a name or a hospital number.',
});

export const examinationInputs = [
  choiceInput({ id: 'modality', label: 'Modality' }, asOptions(MODALITIES)),
  choiceInput({ id: 'bodySite', label: 'Body site' }, asOptions(BODY_SITES)),
  choiceInput({ id: 'contrast', label: 'Contrast', optional: true }, asOptions(CONTRASTS)),
];

export function peopleInputs(ownerId: string) {
  return [
    personInput({
      id: 'ownerId',
      label: 'Owner',
      initial: ownerId,
      hint: 'Gets the reminders and sees to it.',
    }),
    personInput({ id: 'backupId', label: 'Backup', hint: 'Somebody else; is told when it is overdue.' }),
  ];
}
