import type { MessageBlock } from '../command.ts';
import { context, section, sections } from './block.ts';
import { reminderButtons, reminderMenu } from './reminder-buttons.ts';
import { reminderReference } from './reminder-reference.ts';
import { type Reminded, reminderPeople, reminderSentence, scanName } from './reminder-words.ts';

/** So that the heading, the footer and a line each stay within the 50 blocks of a message. */
export const mostReminded = 40;

export interface ReminderMessage {
  /** Shown on lock screens and by notifications: without case detail. */
  text: string;
  blocks: MessageBlock[];
}

/** One scan with its buttons, or several as a list with a menu each. Throws on none and on more than a message holds. */
export function reminder(reminded: readonly Reminded[]): ReminderMessage {
  const [first] = reminded;
  if (first === undefined || reminded.length > mostReminded)
    throw new RangeError(`a reminder is about 1 to ${mostReminded} scans, not ${reminded.length}`);
  return reminded.length === 1 ? about(first) : list(reminded);
}

function about(one: Reminded): ReminderMessage {
  const { followUp, occurrence } = one;
  return {
    text: 'A follow-up scan needs you.',
    blocks: [
      ...sections(reminderSentence(one)),
      context(reminderPeople(one)),
      reminderButtons(reminderReference(followUp.board, occurrence.id), scanName(followUp)),
    ],
  };
}

function list(reminded: readonly Reminded[]): ReminderMessage {
  const lines = reminded.map((one) => ({
    ...section(`${reminderSentence(one)}\n${reminderPeople(one)}`),
    accessory: reminderMenu(reminderReference(one.followUp.board, one.occurrence.id)),
  }));
  return {
    text: `${reminded.length} follow-up scans need you.`,
    blocks: [
      section(`*${reminded.length} follow-up scans*`),
      ...lines,
      context('Each line’s menu: Booked, Done, Snooze, Reassign, Not needed.'),
    ],
  };
}
