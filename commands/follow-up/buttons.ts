import type { ModalView } from '@slack/types';
import type { Action, ActionRequest, Reply, Services } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import { followUpIds } from '../../src/views/follow-up/action-ids.ts';
import { editForm } from '../../src/views/follow-up/edit-form.ts';
import { scanCard } from '../../src/views/follow-up/scan-card.ts';
import {
  type AskedScan,
  bookedForm,
  closeForm,
  doneForm,
  reassignForm,
  reopenForm,
  rescheduleForm,
  snoozeForm,
} from '../../src/views/follow-up/scan-forms.ts';
import { isListKind } from '../../src/views/follow-up/scan-list.ts';
import { reminderActionIds } from '../../src/views/reminder-buttons.ts';
import { privately } from '../privately.ts';
import { askForNew } from './add.ts';
import { whoWasFirst } from './change-scan.ts';
import { deskOf, scanReferredTo } from './desk.ts';
import { ofList } from './forms.ts';
import { historyOf, list } from './look.ts';
import { mine } from './mine.ts';

const forms: Readonly<Record<string, (asked: AskedScan) => ModalView>> = {
  [reminderActionIds.booked]: bookedForm,
  [reminderActionIds.done]: doneForm,
  [reminderActionIds.snooze]: snoozeForm,
  [reminderActionIds.reassign]: reassignForm,
  [reminderActionIds.notNeeded]: closeForm,
  [followUpIds.reschedule]: rescheduleForm,
  [followUpIds.edit]: editForm,
  [followUpIds.reopen]: reopenForm,
};

/** Those of reminders and cards alike, and the few that only cards and lists have. */
export const buttons: readonly Action[] = [
  ...Object.keys(forms).map((id) => ({
    id,
    run: (request: ActionRequest, services: Services) => openForm(id, request.value, request, services, ''),
  })),
  {
    id: reminderActionIds.choose,
    run(request, services) {
      const [id = '', reference = ''] = request.value.split(' ');
      return openForm(id, reference, request, services, ofList);
    },
  },
  {
    id: followUpIds.open,
    async run(request, services) {
      const { desk, scan } = await scanReferredTo(request.value, request, services);
      return privately('Follow-up scan', scanCard(scan, desk.act.todayOn));
    },
  },
  {
    id: followUpIds.history,
    async run(request, services) {
      const [reference = '', page = '1'] = request.value.split(' ');
      const { desk, scan } = await scanReferredTo(reference, request, services);
      return historyOf(scan.followUp, desk, Number(page));
    },
  },
  {
    id: followUpIds.page,
    async run(request, services) {
      const [kind = '', page = ''] = request.value.split(' ');
      if (kind === 'mine') return mine(request, services, Number(page));
      if (!isListKind(kind)) throw new UserError('This list is out of date. Write `/imt-followup list`.');
      return list(kind, await deskOf(request, services), Number(page));
    },
  },
  { id: followUpIds.add, run: async (request, services) => askForNew(await deskOf(request, services)) },
];

/** A date that somebody has closed meanwhile is explained instead of asked about. */
async function openForm(
  id: string,
  reference: string,
  request: ActionRequest,
  services: Services,
  marker: string,
): Promise<Reply> {
  const { desk, scan } = await scanReferredTo(reference, request, services);
  const form = forms[id];
  if (form === undefined) throw new UserError('This menu is out of date. Write `/imt-followup list`.');
  const wantsOpen = id !== followUpIds.reopen;
  if ((scan.occurrence.closing === null) !== wantsOpen)
    return { ...(await whoWasFirst(scan, desk)), replaces: false };
  const { settings, act } = desk;
  const view = form({ scan, settings, todayOn: act.todayOn, privateValue: `${reference}${marker}` });
  return { kind: 'dialog', view };
}
