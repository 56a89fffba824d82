import type { Form, FormRequest, FormValues, Reply, Services } from '../../src/command.ts';
import { book } from '../../src/followup/book.ts';
import { closeAs } from '../../src/followup/close-as.ts';
import { complete } from '../../src/followup/complete.ts';
import type { Scan } from '../../src/followup/follow-up-records.ts';
import { reschedule } from '../../src/followup/reschedule.ts';
import { snooze } from '../../src/followup/snooze.ts';
import { followUpIds } from '../../src/views/follow-up/action-ids.ts';
import { saveFilled } from './add.ts';
import { changeOpenScan, closeAllOfCase, whoWasFirst } from './change-scan.ts';
import { closeWholeSeries, reopenScan } from './close-series.ts';
import { type Desk, scanReferredTo } from './desk.ts';
import { saveEdit } from './edit.ts';
import { approve, showDates } from './plan.ts';
import { giveTo } from './reassign.ts';

/** Behind the reference, in dialogs that a line of a list opened: its message stays for the other lines. */
export const ofList = ' list';

export const forms: readonly Form[] = [
  { id: followUpIds.addForm, run: saveFilled },
  { id: followUpIds.planForm, run: showDates },
  { id: followUpIds.datesForm, run: approve },
  ofScan(followUpIds.doneForm, (scan, { examOn, reportReference, reviewedBy }, desk) =>
    changeOpenScan(scan, desk, (one, around) =>
      complete(
        one,
        { examOn: examOn ?? null, reportReference: reportReference ?? null, reviewedBy: reviewedBy ?? null },
        desk.act,
        around,
      ),
    ),
  ),
  ofScan(followUpIds.bookedForm, (scan, { appointmentOn }, desk) =>
    changeOpenScan(scan, desk, (one) => book(one, appointmentOn ?? null, desk.act)),
  ),
  ofScan(followUpIds.snoozeForm, (scan, { untilOn }, desk) =>
    changeOpenScan(scan, desk, (one) => snooze(one, untilOn ?? '', desk.settings, desk.act)),
  ),
  ofScan(followUpIds.rescheduleForm, (scan, { targetOn }, desk) =>
    changeOpenScan(scan, desk, (one, { dates }) => reschedule(one, targetOn ?? '', desk.act, dates)),
  ),
  ofScan(followUpIds.reassignForm, (scan, { ownerId, backupId }, desk) =>
    giveTo(scan, { ownerId: ownerId ?? '', backupId: backupId ?? '' }, desk),
  ),
  ofScan(followUpIds.editForm, saveEdit),
  ofScan(followUpIds.reopenForm, (scan, { reason }, desk) =>
    scan.occurrence.closing === null ? whoWasFirst(scan, desk) : reopenScan(scan, reason ?? null, desk),
  ),
  ofScan(followUpIds.closeForm, (scan, { why, scope, examOn, proof, witness }, desk) => {
    const [state = '', reason = ''] = (why ?? '').split('/');
    if (state === 'deceased')
      return scan.occurrence.closing === null
        ? closeAllOfCase(scan.followUp.caseCode, desk)
        : whoWasFirst(scan, desk, scan.occurrence.closing.state === 'deceased');
    const facts = {
      ...(state ? { state } : {}),
      ...(reason ? { reason } : {}),
      ...(examOn ? { examOn } : {}),
      ...(proof ? { proof } : {}),
      ...(witness ? { witness } : {}),
    };
    const close = scope === 'all' ? closeWholeSeries : changeOpenScan;
    return close(scan, desk, (one, around) => closeAs(one, facts, desk.settings, desk.act, around));
  }),
];

function ofScan(id: string, save: (scan: Scan, values: FormValues, desk: Desk) => Promise<Reply>): Form {
  return {
    id,
    async run(request: FormRequest, services: Services) {
      const { privateValue, values } = request;
      const inList = privateValue.endsWith(ofList);
      const reference = inList ? privateValue.slice(0, -ofList.length) : privateValue;
      const { desk, scan } = await scanReferredTo(reference, request, services);
      const reply = await save(scan, values, desk);
      return inList && reply.kind === 'message' ? { ...reply, replaces: false } : reply;
    },
  };
}
