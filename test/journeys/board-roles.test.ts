import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type BoardTalk,
  controlOf,
  createBoardTalk,
  filledIn,
  person,
  picked,
  written,
} from '../support/board-talk.ts';
import { type GuardedBoard, startGuardedBoard } from '../support/guarded-board.ts';

const ben = { user_id: 'UBEN' };
const benPresses = { user: { id: 'UBEN', team_id: 'T1' }, team: { id: 'T1' } };
const add = 'add CASE-12 CT chest due 2026-11-30 window 14d owner <@UADA> backup <@UBEN>';

let guarded: GuardedBoard;
let talk: BoardTalk;
const say = (text: string, who: object = {}) => talk.say(text, { user_id: 'UADA', ...who });
beforeEach(async () => {
  guarded = await startGuardedBoard([]);
  const members = ['UBOT', 'UADA', 'UBEN', 'UGUEST', 'UADMIN'];
  Object.assign(guarded.channels, { C1: members, C2: ['UBOT', 'UADA', 'UBEN'] });
  guarded.people.UGUEST = { is_ultra_restricted: true };
  talk = createBoardTalk(guarded.app);
});
afterEach(() => guarded.close());

describe('in a direct message', () => {
  const direct = { channel_id: 'D7' };

  test.each(['add', 'list', 'show CASE-12', 'settings', 'export csv', 'calendar', 'rate', 'done CASE-12'])(
    '%s says that a board is a channel',
    async (text) => {
      expect((await say(text, direct)).text).toContain('A board is a channel');
    },
  );

  test('help works', async () => {
    expect((await say('help', direct)).all).toContain('/imt-followup add');
  });

  test('mine shows what is the asker’s on every board that they still belong to', async () => {
    await say(add);
    await say(add.replace('CASE-12', 'CASE-13'), { channel_id: 'C2' });
    await say(add.replace('CASE-12', 'CASE-14').replace('<@UADA>', '<@UADMIN>'));
    const { all } = await say('mine', direct);
    expect(all).toMatch(/Yours on your boards.*CASE-12.*<#C1> · you own it.*CASE-13.*<#C2>/s);
    expect(all).not.toContain('CASE-14');
    guarded.channels.C1 = ['UBOT', 'UBEN'];
    guarded.passMs(30_001);
    const after = await say('mine', direct);
    expect(after.all).toContain('CASE-13');
    expect(after.all).not.toContain('CASE-12');
  });

  test('the button of a line opens its scan', async () => {
    await say(add);
    const { blocks } = await say('mine', direct);
    await guarded.app.press(controlOf(blocks, 'followup.open'), {
      ...{ user: { id: 'UADA', team_id: 'T1' }, channel: { id: 'D7' } },
      response_url: guarded.app.slack.newResponseUrl(),
    });
    expect((await talk.nextMessage()).all).toContain('CASE-12');
  });
});

describe('settings and export', () => {
  beforeEach(async () => {
    await say('settings lead <@UADA>');
    await say(add);
  });

  test.each(['settings snooze 5 days', 'settings lead <@UBEN>', 'export csv', 'export'])(
    'are the lead’s and the admins’: a member who writes %s is told whom to ask',
    async (text) => {
      expect((await say(text, ben)).text).toContain('Only the board lead, <@UADA>, or an admin');
      const { boardLeadId, maxSnoozeDays } = await guarded.store.records.settings({
        ...{ teamId: 'T1', channelId: 'C1' },
      });
      expect({ boardLeadId, maxSnoozeDays }).toEqual({ boardLeadId: 'UADA', maxSnoozeDays: 14 });
      expect(guarded.app.slack.uploads).toEqual([]);
    },
  );

  test('are read by every member', async () => {
    expect((await say('settings', ben)).all).toContain('Board lead: <@UADA>');
    expect((await say('settings history', ben)).all).toContain('<@UADA>');
  });

  test('do not open for a member who presses, nor save what they submit', async () => {
    const { blocks } = await say('settings', ben);
    const button = controlOf(blocks, 'followup.settings');
    await guarded.app.press(button, {
      ...benPresses,
      ...{ channel: { id: 'C1' }, response_url: guarded.app.slack.newResponseUrl() },
    });
    expect((await talk.nextMessage()).text).toContain('Only the board lead');
    await guarded.app.press(button, {
      ...{ user: { id: 'UADA', team_id: 'T1' }, channel: { id: 'C1' } },
      response_url: guarded.app.slack.newResponseUrl(),
    });
    const view = await talk.nextDialog();
    const ack = await guarded.app.submit(filledIn(view, { snooze: written('5') }), benPresses);
    expect(JSON.stringify(await ack.json())).toContain('Only the board lead');
  });

  test.each([
    ['an admin of the workspace', { is_admin: true }, 'UBEN'],
    ['an owner of the workspace', { is_owner: true }, 'UBEN'],
    ['an admin whom the configuration names', {}, 'UADMIN'],
  ])('are open to %s', async (_, facts, userId) => {
    guarded.people[userId] = facts;
    guarded.passMs(30_001);
    expect((await say('settings snooze 5 days', { user_id: userId })).all).toContain('longest snooze 5 days');
  });

  test('are every member’s while there is no lead', async () => {
    await say('settings lead none');
    expect((await say('settings snooze 5 days', ben)).all).toContain('longest snooze 5 days');
    guarded.app.slack.answers['conversations.open'] = { ok: true, channel: { id: 'D-UBEN' } };
    expect((await say('export csv', ben)).all).toContain('*1 date*');
  });
});

describe('an owner, a backup or a lead', () => {
  const refused = 'may not see what this board keeps, and nothing was saved';

  test.each([
    ['who is not in the channel', 'UELSE'],
    ['who is a guest', 'UGUEST'],
  ])('%s is refused, typed or filled in', async (_, userId) => {
    for (const text of [
      add.replace('UADA', userId),
      add.replace('UBEN', userId),
      `settings lead <@${userId}>`,
    ])
      expect((await say(text)).text).toContain(`<@${userId}> ${refused}`);
    expect((await say('list')).all).toContain('Nothing is open');
    await say(add);
    expect((await say(`reassign CASE-12 backup <@${userId}>`)).text).toContain(refused);
    const mentions = { ownerId: person(userId), backupId: person('UBEN') };
    await guarded.app.type('/imt-followup', 'reassign CASE-12', { user_id: 'UADA' });
    const ack = await guarded.app.submit(filledIn(await talk.nextDialog(), mentions), {
      ...{ user: { id: 'UADA', team_id: 'T1' }, team: { id: 'T1' } },
    });
    expect(JSON.stringify(await ack.json())).toContain(refused);
    await guarded.app.type('/imt-followup', 'plan CASE-13', { user_id: 'UADA' });
    const plan = {
      ...mentions,
      ...{ template: picked('guo-2024-three-monthly'), modality: picked('CT'), bodySite: picked('chest') },
      anchorOn: { type: 'datepicker', selected_date: '2026-11-10' },
    };
    const dates = await guarded.app.submit(filledIn(await talk.nextDialog(), plan), {
      ...{ user: { id: 'UADA', team_id: 'T1' }, team: { id: 'T1' } },
    });
    expect(JSON.stringify(await dates.json())).toContain(refused);
    expect((await say('show CASE-12')).all).toContain('Owner <@UADA> · backup <@UBEN>');
  });

  test.each([
    ['the app itself', 'UBOT'],
    ['an app that is not in the channel', 'UOTHERBOT'],
  ])('is no app, typed or filled in: %s', async (_, userId) => {
    for (const bot of ['UBOT', 'UOTHERBOT']) guarded.people[bot] = { is_bot: true };
    const noApp = 'One of those named is an app, and nothing was saved';
    for (const text of [
      add.replace('UADA', userId),
      add.replace('UBEN', userId),
      `settings lead <@${userId}>`,
    ])
      expect((await say(text)).text).toContain(noApp);
    await say(add);
    expect((await say(`reassign CASE-12 owner <@${userId}>`)).text).toContain(noApp);
    await guarded.app.type('/imt-followup', 'reassign CASE-12', { user_id: 'UADA' });
    const filled = filledIn(await talk.nextDialog(), { ownerId: person('UADA'), backupId: person(userId) });
    const ack = await guarded.app.submit(filled, {
      ...{ user: { id: 'UADA', team_id: 'T1' }, team: { id: 'T1' } },
    });
    expect(JSON.stringify(await ack.json())).toContain(noApp);
    expect((await say('show CASE-12')).all).toContain('Owner <@UADA> · backup <@UBEN>');
    expect((await say('settings')).all).toContain('No board lead');
  });

  test('who has just been invited is taken a few seconds later', async () => {
    const text = add.replace('UBEN', 'UELSE');
    expect((await say(text)).text).toContain(refused);
    guarded.channels.C1?.push('UELSE');
    guarded.passMs(5_001);
    expect((await say(text)).all).toContain('*Saved*');
  });

  test('who left does not keep others from taking over', async () => {
    await say(add);
    guarded.channels.C1 = ['UBOT', 'UADA', 'UADMIN'];
    guarded.passMs(30_001);
    expect((await say('reassign CASE-12 owner <@UADMIN>')).all).toContain('owner <@UADMIN>');
  });
});
