import type { ActionsBlock, Overflow } from '@slack/types';
import { button } from './block.ts';

export const reminderActionIds = {
  booked: 'reminder.booked',
  done: 'reminder.done',
  snooze: 'reminder.snooze',
  reassign: 'reminder.reassign',
  notNeeded: 'reminder.not-needed',
  /** The menu of one line in a list: its value is the action's id, a space, and the reference. */
  choose: 'reminder.choose',
} as const;

const labels = [
  [reminderActionIds.booked, 'Booked…'],
  [reminderActionIds.done, 'Done: add proof…'],
  [reminderActionIds.snooze, 'Snooze…'],
  [reminderActionIds.reassign, 'Reassign…'],
  [reminderActionIds.notNeeded, 'Not needed…'],
] as const;

/** `about` says to a screen reader which scan they are for. */
export function reminderButtons(reference: string, about: string): ActionsBlock {
  const elements = labels.map(([id, label]) => button(label, id, reference, `${label} ${about}`));
  return { type: 'actions', elements };
}

/** The same, for a line of a list. */
export function reminderMenu(reference: string): Overflow {
  return {
    type: 'overflow',
    action_id: reminderActionIds.choose,
    options: labels.map(([id, label]) => ({
      text: { type: 'plain_text', text: label },
      value: `${id} ${reference}`,
    })),
  };
}
