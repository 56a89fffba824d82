import type { ModalView } from '@slack/types';
import { actionIds } from '../action-ids.ts';
import { form, personInput, textInput } from '../follow-up/form.ts';

export function assignGapForm(gapId: string, userId: string): ModalView {
  return form(actionIds.assignGapForm, { title: 'Assign a gap', submit: 'Assign', privateValue: gapId }, [
    personInput({ id: 'assigneeId', label: 'Who looks for evidence', initial: userId }),
  ]);
}

export function fillGapForm(gapId: string): ModalView {
  return form(
    actionIds.fillGapForm,
    { title: 'Mark as filled', submit: 'Tell who asked', privateValue: gapId },
    [
      textInput({
        id: 'claimId',
        label: 'Id of the statement that answers it',
        longest: 90,
        hint: 'As its source shows it at the bottom, for example guo-2024-row-lee-2006. Who asked is told once.',
      }),
    ],
  );
}
