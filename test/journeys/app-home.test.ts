import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { imtFollowup } from '../../commands/imt-followup.ts';
import type { FollowUpRecords } from '../../src/followup/follow-up-records.ts';
import {
  type BoardTalk,
  controlOf,
  createBoardTalk,
  day,
  filledIn,
  person,
  written,
} from '../support/board-talk.ts';
import { type FollowUpStore, openFollowUpStore } from '../support/follow-up-store.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

const onHome = { view: { id: 'V1', type: 'home' }, container: { type: 'view', view_id: 'V1' } };

let app: TestApp;
let store: FollowUpStore;
let talk: BoardTalk;
async function start(followUps: FollowUpRecords = store.records): Promise<void> {
  app = await startTestApp([imtFollowup], undefined, { followUps });
  talk = createBoardTalk(app);
}
beforeEach(async () => {
  store = await openFollowUpStore();
});
afterEach(async () => {
  await app.stop();
  await store.close();
});

async function homeOf(user: string) {
  await app.sendEvent({ type: 'app_home_opened', user, tab: 'home', channel: 'D1' });
  return talk.nextHome();
}
const add = (caseCode: string, dueOn: string, people = 'owner <@U1> backup <@U2>', where = {}) =>
  talk.say(`add ${caseCode} CT chest due ${dueOn} window 7d ${people}`, where);
const menuOf = (blocks: unknown, at: number) => {
  const menus = JSON.stringify(blocks).match(/"value":"reminder\.done [^"]+"/g) ?? [];
  return JSON.parse(`{${menus[at]}}`).value as string;
};
const choose = (value: string) =>
  app.press({ type: 'overflow', action_id: 'reminder.choose', selected_option: { value } }, onHome);

describe('App Home', () => {
  test('shows my scans of every board, late ones first, each with its menu', async () => {
    await start();
    await add('CASE-71', '2026-11-30');
    await add('CASE-72', '2026-11-01', 'owner <@U2> backup <@U1>', { channel_id: 'C2' });
    await add('CASE-73', '2026-11-01', 'owner <@U3> backup <@U4>', { channel_id: 'C3' });
    const { userId, all } = await homeOf('U1');
    expect(userId).toBe('U1');
    expect(all).toMatch(/2 open, 1 of them late.*CASE-72.*<#C2>.*CASE-71.*<#C1>/s);
    expect(all).toContain('you own it, backup <@U2>');
    expect(all).toContain('you back it up, owner <@U2>');
    expect(all).not.toContain('CASE-73');
    expect(all.match(/reminder\.choose/g)).toHaveLength(2);
  });

  test('shows what is overdue on my boards and somebody else’s', async () => {
    await start();
    await add('CASE-71', '2026-11-30');
    await add('CASE-72', '2026-11-01', 'owner <@U3> backup <@U4>');
    await add('CASE-73', '2026-11-30', 'owner <@U3> backup <@U4>');
    const { all } = await homeOf('U1');
    expect(all).toMatch(/Overdue on my boards.*CASE-72.*owner <@U3>/s);
    expect(all).not.toContain('CASE-73');
  });

  test('shows nothing of a board on which I have nothing, nor of another workspace', async () => {
    await start();
    await add('CASE-71', '2026-11-01', 'owner <@U1> backup <@U2>', { team_id: 'T2' });
    await add('CASE-72', '2026-11-01', 'owner <@U3> backup <@U4>');
    const { all } = await homeOf('U1');
    expect(all).not.toMatch(/CASE-7\d/);
    expect(all).toContain('You own and back up nothing that is open');
  });

  test('keeps the commands below', async () => {
    await start();
    const { all } = await homeOf('U1');
    expect(all).toMatch(/My scans.*\/imt-followup add.*not advice/s);
  });

  test('has settings of the boards that I lead, and of those that nobody leads', async () => {
    await start();
    await talk.say('settings lead <@U7>');
    await add('CASE-71', '2026-11-30');
    await add('CASE-72', '2026-11-30', 'owner <@U1> backup <@U7>', { channel_id: 'C2' });
    const lead = await homeOf('U7');
    expect(lead.all).toMatch(/<#C1> · you lead it.*<#C2> · ⚠ No board lead/s);
    const owner = await homeOf('U1');
    expect(owner.all).not.toMatch(/<#C1> · (you lead it|⚠)/);
    await app.press(controlOf(lead.blocks, 'followup.settings'), onHome);
    await app.submit(filledIn(await talk.nextDialog(), { snooze: written('5') }));
    expect((await store.records.settings({ teamId: 'T1', channelId: 'C1' })).maxSnoozeDays).toBe(5);
  });

  test('opens a dialog from its menu, and is drawn again when that was done', async () => {
    await start();
    await add('CASE-71', '2026-11-30');
    await add('CASE-72', '2026-11-30');
    const { blocks } = await homeOf('U1');
    await choose(menuOf(blocks, 0));
    const answer = await app.submit(
      filledIn(await talk.nextDialog(), {
        examOn: day('2026-11-23'),
        reportReference: written('RPT-1'),
        reviewedBy: person('U3'),
      }),
    );
    expect(JSON.stringify(await answer.json())).toContain('is closed (completed)');
    const after = await talk.nextHome();
    expect(after.userId).toBe('U1');
    expect(after.all).toContain('1 open');
    expect(after.all.match(/reminder\.choose/g)).toHaveLength(1);
  });

  test('explains a menu whose scan somebody has closed meanwhile', async () => {
    await start();
    await add('CASE-71', '2026-11-30');
    const { blocks } = await homeOf('U1');
    await talk.say('close CASE-71 superseded new plan', { user_id: 'U2' });
    await choose(menuOf(blocks, 0));
    expect(JSON.stringify(await talk.nextDialog())).toContain('<@U2> was first');
  });
});

describe('App Home without its store', () => {
  test.each<[string, () => Promise<never>]>([
    ['that refuses', () => Promise.reject(new Error('CANARY: connection refused'))],
    ['that never answers', () => new Promise(() => {})],
  ])('%s says so, and shows the commands all the same', async (_, fails) => {
    await start({ ...store.records, boardsLedBy: fails, openOfPerson: fails });
    const { all } = await homeOf('U1');
    expect(all).toContain('cannot be read right now');
    expect(all).toContain('ref-1');
    expect(all).toContain('/imt-followup add');
    expect(app.logLines.join('')).toContain('ref-1');
    expect(app.logLines.join('')).not.toContain('CANARY');
  });
});
