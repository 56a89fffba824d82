import type { ModalView } from '@slack/types';
import { ANCHOR_LABELS } from '../../followup/checked-anchor.ts';
import { CONTRASTS } from '../../followup/follow-up.ts';
import { BODY_SITES, MODALITIES } from '../../followup/vocabulary.ts';
import { followUpIds } from './action-ids.ts';
import { asOptions, choiceInput, dateInput, numberInput } from './form.ts';
import { type AskedScan, aboutScan } from './scan-forms.ts';

/** What a follow-up is about, as it stands, to be changed. */
export function editForm(asked: AskedScan): ModalView {
  const { modality, bodySite, contrast, windowDays, anchor } = asked.scan.followUp;
  return aboutScan(asked, followUpIds.editForm, 'Edit', [
    choiceInput({ id: 'modality', label: 'Modality', initial: modality }, asOptions(MODALITIES)),
    choiceInput({ id: 'bodySite', label: 'Body site', initial: bodySite }, asOptions(BODY_SITES)),
    choiceInput(
      { id: 'contrast', label: 'Contrast', initial: contrast ?? undefined, optional: true },
      asOptions(CONTRASTS),
    ),
    numberInput({
      id: 'windowDays',
      label: 'Window: days before and after',
      initial: String(windowDays),
      hint: 'Closed dates keep the window they had.',
    }),
    ...(anchor === null
      ? [choiceInput({ id: 'anchorLabel', label: 'Counted from', optional: true }, asOptions(ANCHOR_LABELS))]
      : []),
    dateInput({
      id: 'anchorOn',
      label: anchor === null ? 'Day from which it counts' : `Day of “${anchor.label}”`,
      initial: anchor?.on,
      hint: anchor === null ? undefined : 'Open dates move with it; closed ones and those set by hand stay.',
      optional: anchor === null,
    }),
  ]);
}
