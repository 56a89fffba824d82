import { day, person, picked, written } from './board-talk.ts';
import type { GuardedBoard } from './guarded-board.ts';

/** What somebody tries to reach: a date that is kept, or one that never was, on a board that keeps nothing. */
export interface Target {
  channelId: string;
  caseCode: string;
  occurrenceId: string;
}
type Text = (target: Target) => string;

export const reference: Text = ({ channelId, occurrenceId }) => `${channelId}/${occurrenceId}`;
const channel: Text = ({ channelId }) => channelId;

/** What is typed behind each word that the command knows. */
export const typed: Readonly<Record<string, Text>> = {
  mine: () => '',
  add: ({ caseCode }) => `${caseCode} CT chest due 2027-02-23 window 14d owner <@UMEMBER> backup <@UOTHER>`,
  list: () => 'overdue',
  show: ({ caseCode }) => caseCode,
  history: ({ caseCode }) => caseCode,
  plan: ({ caseCode }) => caseCode,
  settings: () => 'snooze 5 days',
  rate: () => '',
  export: () => 'csv',
  calendar: () => 'board',
  edit: ({ caseCode }) => caseCode,
  reassign: ({ caseCode }) => `${caseCode} owner <@UMEMBER>`,
  done: ({ caseCode }) => `${caseCode} exam 2026-11-20 report RPT-1 reviewer <@U3>`,
  book: ({ caseCode }) => `${caseCode} on 2026-12-01`,
  snooze: ({ caseCode }) => `${caseCode} until 2026-11-27`,
  reschedule: ({ caseCode }) => `${caseCode} to 2027-03-02`,
  close: ({ caseCode }) => `${caseCode} deceased`,
  attempt: ({ caseCode }) => `${caseCode} on 2026-11-20 by phone`,
  reopen: ({ caseCode }) => `${caseCode} closed by mistake`,
};

/** The value that each button carries, made up by whoever presses it. */
export const pressed: Readonly<Record<string, Text>> = {
  'reminder.booked': reference,
  'reminder.done': reference,
  'reminder.snooze': reference,
  'reminder.reassign': reference,
  'reminder.not-needed': reference,
  'reminder.choose': (target) => `reminder.done ${reference(target)}`,
  'followup.reschedule': reference,
  'followup.edit': reference,
  'followup.reopen': reference,
  'followup.open': reference,
  'followup.history': reference,
  'followup.page': () => 'open 1',
  'followup.add': () => 'add',
  'followup.settings': channel,
  'followup.settings-history': channel,
};

const draft = {
  ...{ caseCode: written('CASE-4713'), modality: picked('CT'), bodySite: picked('chest') },
  ...{ ownerId: person('UMEMBER'), backupId: person('UOTHER'), contrast: picked('with') },
};
const approved = {
  templateId: 'guo-2024-three-monthly',
  anchorOn: '2026-11-10',
  draft: {
    ...{ caseCode: 'CASE-4713', modality: 'CT', bodySite: 'chest', contrast: null },
    ...{ ownerId: 'UMEMBER', backupId: 'UOTHER' },
  },
};
/** What each dialog carries, and what is filled into it. */
export const submitted: Readonly<Record<string, [Text, Record<string, object>]>> = {
  'followup.add-form': [() => '', { ...draft, targetOn: day('2027-02-23'), windowDays: written('14') }],
  'followup.plan-form': [
    () => '',
    { ...draft, template: picked('guo-2024-three-monthly'), anchorOn: day('2026-11-10') },
  ],
  'followup.dates-form': [() => JSON.stringify(approved), { 'date-0': day('2027-02-10') }],
  'followup.done-form': [
    reference,
    { examOn: day('2026-11-20'), reportReference: written('RPT-1'), reviewedBy: person('U3') },
  ],
  'followup.booked-form': [reference, { appointmentOn: day('2026-12-01') }],
  'followup.snooze-form': [reference, { untilOn: day('2026-11-27') }],
  'followup.reschedule-form': [reference, { targetOn: day('2027-03-02') }],
  'followup.reassign-form': [reference, { ownerId: person('UMEMBER'), backupId: person('UOTHER') }],
  'followup.close-form': [reference, { why: picked('deceased/') }],
  'followup.edit-form': [
    reference,
    { modality: picked('MRI'), bodySite: picked('pelvis'), windowDays: written('9') },
  ],
  'followup.reopen-form': [reference, { reason: written('closed by mistake') }],
  'followup.settings-form': [(target) => `${target.channelId} 2`, { snooze: written('5') }],
  'followup.export-form': [() => '', { format: picked('csv') }],
};

/** Who tries. */
export interface Outsider {
  userId: string;
  teamId: string;
  /** Where they type; without it, wherever the target is. */
  channelId?: string;
}
export type Attempt = (who: Outsider, target: Target) => Promise<Response>;

/** Every word, button and dialog of the follow-up command, each tried at a target. */
export const attemptsOn = (guarded: GuardedBoard): [string, Attempt][] => [
  ...Object.entries(typed).map(([word, text]): [string, Attempt] => [
    `/imt-followup ${word}`,
    ({ userId, teamId, channelId }, target) =>
      guarded.app.type('/imt-followup', `${word} ${text(target)}`, {
        ...{ user_id: userId, team_id: teamId, channel_id: channelId ?? target.channelId },
      }),
  ]),
  ...Object.entries(pressed).map(([id, value]): [string, Attempt] => [
    id,
    ({ userId, teamId, channelId }, target) =>
      guarded.app.press(
        id === 'reminder.choose'
          ? { type: 'overflow', action_id: id, selected_option: { value: value(target) } }
          : { action_id: id, value: value(target) },
        {
          ...{ user: { id: userId, team_id: teamId }, team: { id: teamId } },
          channel: { id: channelId ?? target.channelId },
          response_url: guarded.app.slack.newResponseUrl(),
        },
      ),
  ]),
  ...Object.entries(submitted).map(([id, [value, filled]]): [string, Attempt] => [
    id,
    ({ userId, teamId }, target) =>
      guarded.app.submit(
        {
          ...{ callback_id: id, blocks: [{ type: 'input', block_id: 'first' }] },
          // Made up as well: not even what the app wrote into its own dialog is believed.
          private_metadata: JSON.stringify({
            ...{ channelId: target.channelId, onMessage: false, value: value(target) },
          }),
          state: {
            values: Object.fromEntries(Object.entries(filled).map(([at, field]) => [at, { at: field }])),
          },
        },
        { user: { id: userId, team_id: teamId }, team: { id: teamId } },
      ),
  ]),
];
