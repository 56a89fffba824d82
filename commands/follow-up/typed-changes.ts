import type { ModalView } from '@slack/types';
import type { Reply } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import type { Act, ChangedOccurrence } from '../../src/followup/act.ts';
import { book } from '../../src/followup/book.ts';
import { closeAs } from '../../src/followup/close-as.ts';
import { logAttempt } from '../../src/followup/close-lost.ts';
import { complete } from '../../src/followup/complete.ts';
import type { BoardSettings, ContactWay, Occurrence } from '../../src/followup/follow-up.ts';
import { readScanRequest, type ScanFacts } from '../../src/followup/read-scan-request.ts';
import { reopen } from '../../src/followup/reopen.ts';
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
import { changeOpenScan, changeScan, closeAllOfCase } from './change-scan.ts';
import { type Desk, followUpsMeant, scanMeant } from './desk.ts';

/** What can be done with one date: the facts it takes, and the dialog that asks when none is typed. */
interface TypedChange {
  takes: readonly (keyof ScanFacts)[];
  form?: (asked: AskedScan) => ModalView;
  change(occurrence: Occurrence, facts: ScanFacts, settings: BoardSettings, act: Act): ChangedOccurrence;
}

const typedChanges = {
  done: {
    takes: ['examOn', 'reportReference', 'reviewedBy'],
    form: doneForm,
    change: (occurrence, { examOn = null, reportReference = null, reviewedBy = null }, _, act) =>
      complete(occurrence, { examOn, reportReference, reviewedBy }, act),
  },
  book: {
    takes: ['on'],
    form: bookedForm,
    change: (occurrence, { on = '' }, _, act) => book(occurrence, on, act),
  },
  snooze: {
    takes: ['untilOn'],
    form: snoozeForm,
    change: (occurrence, { untilOn = '' }, settings, act) => snooze(occurrence, untilOn, settings, act),
  },
  reschedule: {
    takes: ['toOn'],
    form: rescheduleForm,
    change: (occurrence, { toOn = '' }, _, act) => reschedule(occurrence, toOn, act),
  },
  close: {
    takes: ['state', 'reason', 'examOn', 'proof', 'witness'],
    form: closeForm,
    change: (occurrence, facts, settings, act) => closeAs(occurrence, facts, settings, act),
  },
  attempt: {
    takes: ['on', 'way'],
    change: (occurrence, { on, way }, _, act) => {
      if (on === undefined || way === undefined)
        throw new UserError(
          'An attempt needs its day and its way. Write `attempt CASE-12 on 2027-04-02 by phone`.',
        );
      return logAttempt(occurrence, { on, way: way as ContactWay }, act);
    },
  },
  reopen: {
    takes: ['reason'],
    form: reopenForm,
    change: (occurrence, { reason = null }, _, act) => reopen(occurrence, reason, act),
  },
} satisfies Record<string, TypedChange>;

export type TypedChangeName = keyof typeof typedChanges;

export async function typedChange(name: TypedChangeName, text: string, desk: Desk): Promise<Reply> {
  const { takes, change, form }: TypedChange = typedChanges[name];
  const { choice, facts } = readScanRequest(text, takes);
  if (facts.state === 'deceased') {
    await followUpsMeant(choice, desk);
    return closeAllOfCase(choice.caseCode, desk);
  }
  const scan = await scanMeant(choice, desk, name === 'reopen' ? 'closed' : 'open');
  const { settings, act, board } = desk;
  if (form && Object.keys(facts).length === 0) {
    const privateValue = reminderReference(board, scan.occurrence.id);
    return { kind: 'dialog', view: form({ scan, settings, todayOn: act.todayOn, privateValue }) };
  }
  const changeIt = name === 'reopen' ? changeScan : changeOpenScan;
  return changeIt(scan, desk, (occurrence) => change(occurrence, facts, settings, act));
}
