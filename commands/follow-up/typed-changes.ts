import type { ModalView } from '@slack/types';
import type { Reply } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import { book } from '../../src/followup/book.ts';
import { closeAs } from '../../src/followup/close-as.ts';
import { logAttempt } from '../../src/followup/close-lost.ts';
import { complete } from '../../src/followup/complete.ts';
import type { ContactWay } from '../../src/followup/follow-up.ts';
import type { Scan } from '../../src/followup/follow-up-records.ts';
import { LINES_TO_TYPE } from '../../src/followup/lines-to-type.ts';
import { readScanRequest, type ScanFacts } from '../../src/followup/read-scan-request.ts';
import { reschedule } from '../../src/followup/reschedule.ts';
import { snooze } from '../../src/followup/snooze.ts';
import {
  type AskedScan,
  bookedForm,
  closeForm,
  doneForm,
  reopenForm,
  rescheduleForm,
  snoozeForm,
} from '../../src/views/follow-up/scan-forms.ts';
import { reminderReference } from '../../src/views/reminder-reference.ts';
import { changeOpenScan, closeAllOfCase } from './change-scan.ts';
import { closeWholeSeries, reopenScan } from './close-series.ts';
import { type Desk, followUpsMeant, scanMeant } from './desk.ts';

/** What can be done with one date: the facts it takes, and the dialog that asks when none is typed. */
interface TypedChange {
  takes: readonly (keyof ScanFacts)[];
  form?: (asked: AskedScan) => ModalView;
  run(scan: Scan, facts: ScanFacts, desk: Desk): Promise<Reply>;
}

const typedChanges = {
  done: {
    takes: ['examOn', 'reportReference', 'reviewedBy'],
    form: doneForm,
    run: (scan, { examOn = null, reportReference = null, reviewedBy = null }, desk) =>
      changeOpenScan(scan, desk, (one, around) =>
        complete(one, { examOn, reportReference, reviewedBy }, desk.act, around),
      ),
  },
  book: {
    takes: ['on'],
    form: bookedForm,
    run: (scan, { on = '' }, desk) => changeOpenScan(scan, desk, (one) => book(one, on, desk.act)),
  },
  snooze: {
    takes: ['untilOn'],
    form: snoozeForm,
    run: (scan, { untilOn = '' }, desk) =>
      changeOpenScan(scan, desk, (one) => snooze(one, untilOn, desk.settings, desk.act)),
  },
  reschedule: {
    takes: ['toOn'],
    form: rescheduleForm,
    run: (scan, { toOn = '' }, desk) =>
      changeOpenScan(scan, desk, (one, { dates }) => reschedule(one, toOn, desk.act, dates)),
  },
  close: {
    takes: ['state', 'reason', 'examOn', 'proof', 'witness', 'scope'],
    form: closeForm,
    run(scan, facts, desk) {
      const close = facts.scope === 'all' ? closeWholeSeries : changeOpenScan;
      return close(scan, desk, (one, around) => closeAs(one, facts, desk.settings, desk.act, around));
    },
  },
  attempt: {
    takes: ['on', 'way'],
    run(scan, { on, way }, desk) {
      if (on === undefined || way === undefined)
        throw new UserError(`An attempt needs its day and its way. Write ${LINES_TO_TYPE.attempt}.`);
      return changeOpenScan(scan, desk, (one) => logAttempt(one, { on, way: way as ContactWay }, desk.act));
    },
  },
  reopen: {
    takes: ['reason'],
    form: reopenForm,
    run: (scan, { reason = null }, desk) => reopenScan(scan, reason, desk),
  },
} satisfies Record<string, TypedChange>;

export type TypedChangeName = keyof typeof typedChanges;

export async function typedChange(name: TypedChangeName, text: string, desk: Desk): Promise<Reply> {
  const { takes, run, form }: TypedChange = typedChanges[name];
  const { choice, facts } = readScanRequest(text, takes);
  if (facts.state === 'deceased') {
    await followUpsMeant(choice, desk);
    return closeAllOfCase(choice.caseCode, desk);
  }
  const scan = await scanMeant(choice, desk, name === 'reopen' ? 'closed' : 'open');
  if (form === undefined || Object.keys(facts).length > 0) return run(scan, facts, desk);
  const { settings, act, board } = desk;
  const privateValue = reminderReference(board, scan.occurrence.id);
  return { kind: 'dialog', view: form({ scan, settings, todayOn: act.todayOn, privateValue }) };
}
