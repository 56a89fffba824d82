import type { ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { controlOf, person, picked, ticked, written } from '../support/board-talk.ts';
import { followUpEachTest } from '../support/follow-up-each-test.ts';

const board = { teamId: 'T1', channelId: 'C1' };
const ben = { user: { id: 'U2', username: 'ben', team_id: 'T1' } };

const rig = followUpEachTest();
const { say, shown, openedView, submit } = rig;

const kept = () => rig.store.records.settings(board);
const opened = async (): Promise<ModalView> => {
  const { blocks } = await say('settings');
  await rig.app.press(controlOf(blocks, 'followup.settings'));
  return openedView();
};

describe('the settings of a board', () => {
  test('are told in words, and that a lead is missing', async () => {
    const { all, text } = await say('settings');
    expect(text).toBe('Board settings');
    expect(all).toContain('escalation goes to the channel until a lead is named');
    expect(all).toContain('backup 30 days after the window');
    expect(all).toContain('never between 18:00 and 08:00');
  });

  test.each([
    ['lead <@U7|ada>', 'board lead <@U7> (was none)', { boardLeadId: 'U7' }],
    ['zone Berlin', 'time zone Europe/Berlin (was UTC)', { timeZone: 'Europe/Berlin' }],
    ['hour 8:30', 'hour of sending 08:30', { sendAt: '08:30' }],
    ['days Mon-Thu', 'working days Monday to Thursday', { workingDays: [1, 2, 3, 4] }],
    ['quiet none', 'quiet hours none', { quietHours: { from: '00:00', until: '00:00' } }],
    ['repeat 2 weeks', 'repeated every 14 days', { repeatEveryDays: 14 }],
    ['digest Friday', 'day of the digest Friday', { digestDay: 5 }],
    ['attempts 2', '2 (was 3)', { attemptsBeforeLost: 2 }],
    ['snooze 7 days', 'longest snooze 7 days (was 14 days)', { maxSnoozeDays: 7 }],
    [
      'ladder owner on the date; channel 3 days after the window',
      'owner on the date; channel 3 days after the window',
      { ladder: [{ name: 'due' }, { name: 'overdue-channel', days: 3 }] },
    ],
  ])('change one by one: settings %s', async (text, told, facts) => {
    expect((await say(`settings ${text}`)).all).toContain(told);
    expect(await kept()).toMatchObject(facts);
  });

  test.each(['CANARY', 'zone CANARY 1', 'ladder CANARY', 'lead', 'lead CANARY', 'hour 9:00'])(
    'stay as they are and say what to write: settings %s',
    async (text) => {
      const { all, blocks } = await say(`settings ${text}`);
      expect(blocks).toEqual([]);
      expect(all).not.toContain('CANARY');
      expect((await kept()).version).toBe(1);
    },
  );

  test('are one board’s alone', async () => {
    await say('settings lead <@U7>');
    expect((await say('settings', { channel_id: 'C2' })).all).toContain('until a lead is named');
    expect((await say('settings history', { team_id: 'T2' })).all).toContain('Nobody has changed');
  });

  test('have a history of who changed what from what to what', async () => {
    await say('settings lead <@U7>');
    await say('settings lead <@U8>', { user_id: 'U2' });
    const { all } = await say('settings history');
    expect(all).toMatch(/by <@U2>[^•]*board lead <@U8> \(was <@U7>\).*by <@U1>[^•]*<@U7> \(was none\)/s);
  });
});

describe('an hour inside the quiet time', () => {
  const refusal =
    'Messages go out at 20:00, but 18:00 to 08:00 is quiet: choose an hour between 08:00 and 18:00, or change `quiet`.';

  test.each([
    ['hour 20:00', refusal],
    ['hour 07:00', 'Messages go out at 07:00, but 18:00 to 08:00 is quiet'],
    ['quiet 08:00-18:00', 'Messages go out at 09:00, but 08:00 to 18:00 is quiet'],
  ])('is refused: settings %s', async (text, told) => {
    expect((await say(`settings ${text}`)).all).toContain(told);
    expect((await kept()).version).toBe(1);
  });

  test('is refused under its field of the dialog, and taken when the quiet time moves with it', async () => {
    const ack = await (await submit(await opened(), { hour: picked('20:00') })).json();
    expect(ack).toEqual({ response_action: 'errors', errors: { hour: refusal.replaceAll('`', '') } });
    await submit(await opened(), { hour: picked('20:00'), quiet: written('22:00-08:00') });
    expect((await shown()).all).toContain('Messages go out at 20:00');
  });

  test('that a board has had so far keeps it from no other change', async () => {
    const act = { by: 'U1', atMs: 1, action: 'settings' as const, changes: [] };
    expect(await rig.store.records.saveSettings({ ...(await kept()), sendAt: '20:00' }, act)).toBe(true);
    expect((await say('settings snooze 5 days')).all).toContain('longest snooze 5 days');
    await submit(await opened(), { snooze: written('6') });
    expect((await shown()).all).toContain('Settings changed');
    expect(await kept()).toMatchObject({ sendAt: '20:00', maxSnoozeDays: 6 });
  });
});

describe('working days that are few', () => {
  test.each([
    ['Monday', 'With these days a message may be up to 6 days late.'],
    ['Mon, Wed', 'With these days a message may be up to 4 days late.'],
  ])('are saved, with what they mean: %s', async (days, told) => {
    expect((await say(`settings days ${days}`)).all).toContain(told);
  });

  test('are not said of a week with its weekend', async () => {
    expect((await say('settings')).all).not.toContain('late.');
  });
});

describe('the dialog of the settings', () => {
  test('shows what stands there, and saves what is filled in', async () => {
    const view = await opened();
    await submit(view, {
      lead: person('U7'),
      zone: written('Europe/Berlin'),
      hour: picked('07:30'),
      days: ticked('1', '2', '6'),
      quiet: written('none'),
      ladder: written('owner 2 weeks before\nlead 9 days after the window'),
      digest: picked('Friday'),
      snooze: written('5'),
    });
    const { all, replace_original } = await shown();
    expect(replace_original).toBe(true);
    expect(all).toContain('*Settings changed* by <@U1>');
    expect(all).toContain('Board lead: <@U7>');
    expect(await kept()).toMatchObject({
      ...{ boardLeadId: 'U7', timeZone: 'Europe/Berlin', sendAt: '07:30', workingDays: [1, 2, 6] },
      ...{ quietHours: { from: '00:00', until: '00:00' }, digestDay: 5, maxSnoozeDays: 5, version: 2 },
      ladder: [
        { name: 'before-due', days: -14 },
        { name: 'overdue-lead', days: 9 },
      ],
    });
  });

  test('says under each field what is wrong, all at once, and saves nothing', async () => {
    const wrong = {
      zone: written('CANARY 1'),
      days: ticked(),
      quiet: written('CANARY'),
      ladder: written('owner 28 days before\nCANARY'),
      attempts: written('0'),
    };
    const ack = await (await submit(await opened(), wrong)).json();
    expect(ack.response_action).toBe('errors');
    expect(Object.keys(ack.errors)).toEqual(['zone', 'days', 'quiet', 'ladder', 'attempts']);
    expect(ack.errors.ladder).toContain('step 2 cannot be read');
    expect(JSON.stringify(ack)).not.toContain('CANARY');
    expect((await kept()).version).toBe(1);
  });

  test('left as it was says so', async () => {
    const ack = await (await submit(await opened(), {})).json();
    expect(JSON.stringify(ack.errors)).toContain('Nothing was changed');
  });
});

describe('two people who save settings', () => {
  test('one after the other: the second is told who was first, and undoes nothing', async () => {
    const [first, second] = [await opened(), await opened()];
    await submit(first, { lead: person('U7') }, ben);
    await shown();
    await submit(second, { snooze: written('5') });
    const { all } = await shown();
    expect(all).toContain('Nothing was changed: <@U2> was first');
    expect(all).toContain('board lead <@U7> (was none)');
    expect(await kept()).toMatchObject({ boardLeadId: 'U7', maxSnoozeDays: 14 });
  });

  test('at the same moment: one wins, the other is told', async () => {
    const view = await opened();
    await Promise.all([submit(view, { lead: person('U7') }, ben), submit(view, { lead: person('U8') })]);
    const answers = [await shown(), await shown()].map(({ all }) => all);
    expect(answers.filter((all) => all.includes('was first'))).toHaveLength(1);
    expect(await rig.store.records.boardHistory(board)).toHaveLength(1);
  });
});

describe('a board without a lead', () => {
  test('says so in its list, until one is named', async () => {
    const missing = 'escalation goes to the channel until a lead is named';
    await say('add CASE-12 CT chest due 2026-11-30 window 14d owner <@U1> backup <@U2>');
    expect((await say('list')).all).toContain(missing);
    await say('settings lead <@U7>');
    expect((await say('list')).all).not.toContain(missing);
  });
});
