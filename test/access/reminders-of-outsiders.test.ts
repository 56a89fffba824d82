import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Access, createAccess } from '../../src/create-access.ts';
import { createLog } from '../../src/log.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';
import { createPostingClient } from '../../src/slack/create-posting-client.ts';
import { createReminderSlack } from '../../src/slack/reminder-slack.ts';
import { deliveryRig } from '../delivery/delivery-rig.ts';
import { board } from '../delivery/open-reminders.ts';
import { peopleForTest } from '../support/clients-for-test.ts';
import { startReminderApp } from '../support/reminder-app.ts';
import { startReminderStandIn } from '../support/reminder-stand-in.ts';
import { type SlackStandIn, startSlackStandIn } from '../support/slack-stand-in.ts';

describe('a reminder to somebody who may not see the board any more', () => {
  it('goes to the backup and the lead instead, and the scan stays open with its owner', async () => {
    const { tick, clock, standIn, delivery, alarms } = await deliveryRig({ ULEFT: 1 });
    clock.shutOut.add('ULEFT');
    await tick();
    expect(standIn.posted.map(({ channel }) => channel).sort()).toEqual(['DUBACKUP', 'DULEAD']);
    expect(JSON.stringify(standIn.posted)).toContain('could not tell <@ULEFT>');
    expect(await delivery('ULEFT-0')).toMatchObject({ state: 'failed', failure: 'not_in_board' });
    expect(alarms).toMatchObject([{ alarm: 'undeliverable', code: 'not_in_board' }]);
  });

  it('reaches the channel when nobody else is left who may', async () => {
    const { tick, clock, standIn } = await deliveryRig({ ULEFT: 1 }, { boardLeadId: null });
    for (const userId of ['ULEFT', 'UBACKUP']) clock.shutOut.add(userId);
    await tick();
    expect(standIn.posted.map(({ channel }) => channel)).toEqual([board.channelId]);
  });

  it('speaks to the channel as the channel when the board has no lead', async () => {
    const { tick, clock, standIn } = await deliveryRig({ ULEFT: 1 }, { boardLeadId: null });
    clock.shutOut.add('ULEFT');
    await tick();
    const posted = standIn.posted.find(({ channel }) => channel === board.channelId);
    const said = JSON.stringify(posted?.blocks);
    expect(said).toContain('told here to the whole board');
    expect(said).toContain('they are no longer in the channel of this board');
    expect(said).not.toMatch(/as the board lead|not_in_board/);
  });
});

describe('a reminder that was sent before', () => {
  it('does not go on telling who left what becomes of its scan', async () => {
    const rig = await startReminderApp('2026-11-23T08:00:00Z');
    const members = 'owner <@UADA> backup <@UBEN>';
    await rig.say(`add CASE-12 CT chest due 2026-11-23 window 14d ${members}`);
    await rig.say(`add CASE-13 CT chest due 2026-11-23 window 14d ${members.replace('UADA', 'UCARA')}`);
    await rig.tickAt('2026-11-23T09:00:00Z');
    rig.shutOut.add('UADA');
    await rig.say('book CASE-12 on 2026-12-01', 'UBEN');
    await rig.say('book CASE-13 on 2026-12-01', 'UBEN');
    const shownTo = (userId: string) =>
      JSON.stringify(rig.told().find(({ channel }) => channel === `D${userId}`)?.blocks);
    await expect.poll(() => shownTo('UCARA')).toContain('1 December 2026');
    expect(shownTo('UADA')).toContain('CASE-12');
    expect(shownTo('UADA')).not.toContain('1 December 2026');
  });

  it('is known by its conversation also after a restart', async () => {
    const slack = await startReminderStandIn();
    onTestFinished(() => slack.close());
    const log = createLog('silent');
    const client = createPostingClient({
      botToken: 'xoxb-test',
      apiUrl: slack.apiUrl,
      logger: boltLogger(log),
    });
    const { readerOf } = createReminderSlack(() => client, log);
    expect(await readerOf('T1', 'DUADA')).toBe('UADA');
    expect(await readerOf('T1', 'DUADA')).toBe('UADA');
    expect(await readerOf('T1', 'C1')).toBeNull();
    expect(slack.calls).toHaveLength(1);
    slack.faultOf = () => ({ error: 'internal_error' });
    expect(await readerOf('T1', 'DUBEN')).toBeNull();
  });
});

describe('whether somebody is shut out of a reminder', () => {
  let slack: SlackStandIn;
  let logLines: string[];
  let access: Access;
  beforeEach(async () => {
    slack = await startSlackStandIn();
    onTestFinished(() => slack.close());
    logLines = [];
    const log = createLog('info', { write: (line) => logLines.push(line) });
    access = createAccess({
      ...peopleForTest(slack.apiUrl, Date.now, log),
      rules: { allowGuests: false, allowExternal: false, adminIds: new Set(), curatorIds: new Set() },
      log,
    });
  });

  it('is what Slack says', async () => {
    expect(await access.isShutOut(board, 'U1')).toBe(false);
    expect(await access.isShutOut(board, 'ULEFT')).toBe(true);
    slack.answers['users.info'] = { ok: true, user: { team_id: 'T1', is_restricted: true } };
    expect(await access.isShutOut(board, 'U2')).toBe(true);
  });

  it.each(['missing_scope', 'internal_error', 'channel_not_found', 'not_in_channel', 'ratelimited'])(
    'is no while Slack answers %s: a reminder is not lost for want of an answer',
    async (error) => {
      slack.answers['conversations.members'] = { ok: false, error };
      expect(await access.isShutOut(board, 'ULEFT')).toBe(false);
      expect(logLines.join('')).toContain(error);
    },
  );

  it('is no while Slack says nothing of the person', async () => {
    slack.answers['users.info'] = { ok: false, error: 'internal_error' };
    expect(await access.isShutOut(board, 'U1')).toBe(false);
    expect(logLines.join('')).toContain('internal_error');
  });

  it('is asked once for many reminders, also while Slack does not answer', async () => {
    const asked = () => slack.calls.filter(({ method }) => method === 'conversations.members').length;
    for (const userId of ['U1', 'U2', 'U3']) await access.isShutOut(board, userId);
    expect(asked()).toBe(1);
    slack.answers['conversations.members'] = { ok: false, error: 'internal_error' };
    const other = { ...board, channelId: 'COTHER' };
    for (const userId of ['U1', 'U2', 'U3']) await access.isShutOut(other, userId);
    expect(asked()).toBe(2);
  });
});
