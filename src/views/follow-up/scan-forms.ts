import type { KnownBlock, ModalView } from '@slack/types';
import { addDaysTo } from '../../dates/add-days.ts';
import { CLOSING_REASONS, REOPENING_REASONS, reasonInWords } from '../../followup/closing-reasons.ts';
import { daysText } from '../../followup/days-text.ts';
import type { BoardSettings } from '../../followup/follow-up.ts';
import type { Scan } from '../../followup/follow-up-records.ts';
import { spokenState } from '../../followup/spoken-state.ts';
import { context, section } from '../block.ts';
import { followUpIds } from './action-ids.ts';
import { asOptions, choiceInput, dateInput, form, groupedInput, personInput, textInput } from './form.ts';
import { scanSentence } from './scan-sentence.ts';

/** Which date a dialog is about, and what it hands on. */
export interface AskedScan {
  scan: Scan;
  todayOn: string;
  settings: BoardSettings;
  privateValue: string;
}

export function doneForm(asked: AskedScan): ModalView {
  return aboutScan(asked, followUpIds.doneForm, 'Done: the proof', [
    dateInput({ id: 'examOn', label: 'Exam date' }),
    textInput({
      id: 'reportReference',
      label: 'Report reference',
      hint: 'The report’s own number, no spaces. Never a name or a hospital number.',
    }),
    personInput({ id: 'reviewedBy', label: 'Who read the report' }),
  ]);
}

export function bookedForm(asked: AskedScan): ModalView {
  const { appointmentOn } = asked.scan.occurrence;
  return aboutScan(asked, followUpIds.bookedForm, 'Booked', [
    dateInput({
      id: 'appointmentOn',
      label: 'Day of the appointment',
      initial: appointmentOn ?? undefined,
      hint: 'Booked is not done: the scan stays open until its proof. Empty when the booking fell through.',
      optional: true,
    }),
  ]);
}

export function snoozeForm(asked: AskedScan): ModalView {
  const { todayOn, settings } = asked;
  return aboutScan(asked, followUpIds.snoozeForm, 'Snooze', [
    dateInput({
      id: 'untilOn',
      label: 'Quiet until',
      initial: addDaysTo(todayOn, Math.min(7, settings.maxSnoozeDays)),
      hint: `Up to ${daysText(settings.maxSnoozeDays)}. Neither the date nor the series moves.`,
    }),
  ]);
}

export function rescheduleForm(asked: AskedScan): ModalView {
  return aboutScan(asked, followUpIds.rescheduleForm, 'Move the date', [
    dateInput({
      id: 'targetOn',
      label: 'New date',
      initial: asked.scan.occurrence.targetOn,
      hint: 'Only this date moves; the others of the series stay.',
    }),
  ]);
}

export function reassignForm(asked: AskedScan): ModalView {
  const { ownerId, backupId } = asked.scan.followUp;
  return aboutScan(asked, followUpIds.reassignForm, 'Reassign', [
    personInput({ id: 'ownerId', label: 'Owner', initial: ownerId }),
    personInput({
      id: 'backupId',
      label: 'Backup',
      initial: backupId,
      hint: 'Of every date of this follow-up.',
    }),
  ]);
}

export function closeForm(asked: AskedScan): ModalView {
  const reasons = Object.entries(CLOSING_REASONS).map(([state, words]) => ({
    label: spokenState(state),
    options: words.map((word) => ({ text: reasonInWords(word), value: `${state}/${word}` })),
  }));
  const other = ['completed-elsewhere', 'lost-to-follow-up', 'deceased'].map((state) => ({
    text: state === 'deceased' ? 'deceased: closes every scan of the case' : spokenState(state),
    value: `${state}/`,
  }));
  return aboutScan(asked, followUpIds.closeForm, 'Not needed: why', [
    groupedInput({ id: 'why', label: 'Why it closes' }, [...reasons, { label: 'other', options: other }]),
    ...(isSeries(asked.scan) ? [scopeInput] : []),
    context('For “completed elsewhere”: the exam date, and a report reference or who vouches for it.'),
    dateInput({ id: 'examOn', label: 'Exam date', optional: true }),
    textInput({ id: 'proof', label: 'Report reference', optional: true }),
    personInput({ id: 'witness', label: 'Who vouches for it', optional: true }),
  ]);
}

const isSeries = ({ followUp: { recurrence, templateId } }: Scan) =>
  recurrence !== null || templateId !== null;

const scopeInput = choiceInput({ id: 'scope', label: 'Which dates', initial: 'one' }, [
  { text: 'this date alone', value: 'one' },
  { text: 'every open date of this follow-up; no more come', value: 'all' },
]);

export function reopenForm(asked: AskedScan): ModalView {
  return aboutScan(asked, followUpIds.reopenForm, 'Reopen', [
    choiceInput({ id: 'reason', label: 'Why' }, asOptions(REOPENING_REASONS)),
  ]);
}

/** A dialog about one date, which says first how it stands. */
export function aboutScan(
  { scan, todayOn, privateValue }: AskedScan,
  callbackId: string,
  title: string,
  blocks: KnownBlock[],
): ModalView {
  return form(callbackId, { title, submit: 'Save', privateValue }, [
    section(scanSentence(scan, todayOn)),
    ...blocks,
  ]);
}
