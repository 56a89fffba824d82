import { describe, expect, it } from 'vitest';
import { validateMessage } from '../../src/slack/block-kit/validate.ts';
import { reminder } from '../../src/views/reminder.ts';
import { reminderActionIds } from '../../src/views/reminder-buttons.ts';
import { readReminderReference, reminderReference } from '../../src/views/reminder-reference.ts';
import { type Reminded, reminderSentence } from '../../src/views/reminder-words.ts';
import { board, followUp, occurrence } from '../delivery/open-reminders.ts';

const due: Reminded = { followUp, occurrence, todayOn: '2027-02-20', role: 'owner', notDelivered: null };
const booked = (appointmentOn: string): Reminded => ({
  ...due,
  occurrence: { ...occurrence, appointmentOn },
});

describe('the sentence of a reminder', () => {
  it.each<[string, Reminded, string]>([
    ['due', due, '*CT chest for CASE-12* is due between 9 February 2027 and 9 March 2027.'],
    [
      'overdue',
      { ...due, todayOn: '2027-03-14' },
      '*CT chest for CASE-12* is overdue: its window closed on 9 March 2027, 5 days ago.',
    ],
    [
      'overdue since yesterday',
      { ...due, todayOn: '2027-03-10' },
      '*CT chest for CASE-12* is overdue: its window closed on 9 March 2027, yesterday.',
    ],
    ['booked', booked('2027-03-01'), '*CT chest for CASE-12* is booked for 1 March 2027.'],
    [
      'booked late',
      booked('2027-03-12'),
      '*CT chest for CASE-12* is booked for 12 March 2027, after its window closed on 9 March 2027.',
    ],
    [
      'booked, and the day is over',
      booked('2027-02-19'),
      '*CT chest for CASE-12* was booked for 19 February 2027. Was it done?',
    ],
    [
      'booked, the day is over, and the window too',
      { ...booked('2027-03-05'), todayOn: '2027-03-14' },
      '*CT chest for CASE-12* is overdue: its window closed on 9 March 2027, 5 days ago. It was booked for 5 March 2027. Was it done?',
    ],
    [
      'booked behind its window, and the day is over',
      { ...booked('2027-03-12'), todayOn: '2027-03-14' },
      '*CT chest for CASE-12* is overdue: its window closed on 9 March 2027, 5 days ago. It was booked for 12 March 2027. Was it done?',
    ],
    [
      'told because another could not be',
      { ...due, notDelivered: { to: 'U1', code: 'user_disabled' } },
      '*CT chest for CASE-12* is due between 9 February 2027 and 9 March 2027.\n⚠ I could not tell <@U1>: their account at Slack is switched off. It stays open until somebody closes it: give it to somebody who can be reached.',
    ],
    [
      'with and without contrast',
      { ...due, followUp: { ...followUp, contrast: 'both' } },
      '*CT chest with and without contrast for CASE-12* is due between 9 February 2027 and 9 March 2027.',
    ],
  ])('when it is %s', (_name, reminded, sentence) => {
    expect(reminderSentence(reminded)).toBe(sentence);
  });
});

describe('a reminder message', () => {
  it('about one scan has its five buttons, each of which names the scan by opaque ids', () => {
    const message = reminder([due]);
    expect(validateMessage(message)).toEqual([]);
    const buttons = message.blocks.flatMap((block): object[] => ('elements' in block ? block.elements : []));
    const { booked, done, snooze, reassign, notNeeded } = reminderActionIds;
    expect(buttons.filter((one) => 'action_id' in one)).toMatchObject(
      [booked, done, snooze, reassign, notNeeded].map((action_id) => ({ action_id, value: 'CBOARD/o1' })),
    );
  });

  it('about several has a line and a menu for each, and fits into one message up to forty', () => {
    const many = Array.from({ length: 40 }, (_, at) => ({
      ...due,
      occurrence: { ...occurrence, id: `o${at}` },
    }));
    const message = reminder(many);
    expect(validateMessage(message)).toEqual([]);
    const menus = message.blocks.flatMap((block) => ('accessory' in block ? [block.accessory] : []));
    expect(menus).toHaveLength(40);
    expect(menus[7]).toMatchObject({ action_id: 'reminder.choose', options: { length: 5 } });
    expect(JSON.stringify(menus[7])).toContain('reminder.done CBOARD/o7');
  });

  it.each([[[due]], [[due, due]]])('says nothing of the case where a lock screen shows it', (reminded) => {
    expect(reminder(reminded).text).not.toMatch(/CASE|CT|chest/);
  });

  it('in the channel is told to the whole board, and to nobody as the board lead', () => {
    const all = JSON.stringify(reminder([{ ...due, role: 'channel' }]).blocks);
    expect(all).toContain('told here to the whole board');
    expect(all).not.toContain('board lead');
  });

  it.each(['not_in_board', 'is_archived', 'user_not_found', 'a_code_that_slack_adds', 'constructor'])(
    'says in words why another was not reached, not by the code %s',
    (code) => {
      const sentence = reminderSentence({ ...due, notDelivered: { to: 'U1', code } });
      expect(sentence).not.toContain(code);
      expect(sentence).toMatch(/could not tell <@U1>: \w+ \w+.*\. It stays open/);
    },
  );

  it.each([0, 41])('is never about %i scans', (count) => {
    expect(() => reminder(Array(count).fill(due))).toThrow(RangeError);
  });
});

it('what a button carries can be read back, and nothing else can', () => {
  expect(readReminderReference(reminderReference(board, 'o1'))).toEqual({
    channelId: 'CBOARD',
    occurrenceId: 'o1',
  });
  for (const value of ['', 'o1', 'CBOARD/', 'c/o1', 'CBOARD/o 1'])
    expect(readReminderReference(value)).toBeNull();
});
