import { describe, expect, it } from 'vitest';
import { validateMessage } from '../../src/slack/block-kit/validate.ts';
import { deliveryIdsIn } from '../../src/slack/reminder-metadata.ts';
import { reminderActionIds } from '../../src/views/reminder-buttons.ts';
import { type ReminderApp, startReminderApp } from '../support/reminder-app.ts';

const board = { teamId: 'T1', channelId: 'C1' };
const monday = '2026-11-23T08:00:00Z';
const atNine = '2026-11-23T09:00:00Z';
const dueToday = 'CT chest due 2026-11-23 window 14d owner <@UADA> backup <@UBEN>';
const proof = { examOn: '2026-11-22', reportReference: 'RPT-1', reviewedBy: 'UCARA' };

const posted = ({ told }: ReminderApp, at = 0) => {
  const message = told()[at];
  if (!message) throw new Error(`no message ${at} was posted`);
  return message;
};
const buttonsIn = (message: { blocks: object[] }) =>
  [...JSON.stringify(message.blocks).matchAll(/"action_id":"(reminder\.[^"]+)"/g)].map(([, id]) => id);

async function nameLead({ records }: ReminderApp): Promise<void> {
  const settings = { ...(await records.settings(board)), boardLeadId: 'ULEAD' };
  await records.saveSettings(settings, { action: 'settings', by: 'UADA', atMs: 1, changes: [] });
}

/** Day by day, at an hour at which everybody may be written to. */
async function passDays(rig: ReminderApp, fromOn: string, days: number): Promise<void> {
  for (let day = 0; day < days; day++)
    await rig.tickAt(new Date(Date.parse(`${fromOn}T12:00:00Z`) + day * 86_400_000).toISOString());
}

describe('a scan that is added for today', () => {
  it('reminds its owner at nine, and never again once its proof is filled in there', async () => {
    const rig = await startReminderApp(monday);
    expect(await rig.say(`add CASE-12 ${dueToday}`)).toContain('Saved');
    await rig.tickAt('2026-11-23T08:59:00Z');
    expect(rig.told()).toEqual([]);
    await rig.tickAt(atNine);
    const message = posted(rig);
    expect(message.channel).toBe('DUADA');
    expect(message.text).not.toContain('CASE');
    expect(deliveryIdsIn(message.metadata as never)).toHaveLength(1);

    expect(await rig.act(message, reminderActionIds.done, proof)).toContain('is closed (completed)');
    await expect.poll(() => JSON.stringify(message.blocks)).toContain('*Completed* by <@UADA>');
    expect(validateMessage(message as never)).toEqual([]);
    expect(buttonsIn(message)).toEqual([]);
    expect(deliveryIdsIn(message.metadata as never)).toHaveLength(1);
    await passDays(rig, '2026-11-24', 200);
    expect(rig.told()).toHaveLength(1);
  });

  it('is quiet while it is snoozed, and comes back once', async () => {
    const rig = await startReminderApp(monday);
    await rig.say(`add CASE-12 ${dueToday}`);
    await rig.tickAt(atNine);
    await rig.act(posted(rig), reminderActionIds.snooze, { untilOn: '2026-12-02' });
    await expect.poll(() => JSON.stringify(posted(rig).blocks)).toContain('Quiet until 2 December 2026');
    await passDays(rig, '2026-11-24', 8);
    expect(rig.told()).toHaveLength(1);
    await passDays(rig, '2026-12-02', 5);
    expect(rig.told()).toHaveLength(2);
  });

  it('told of in one list with another, each line shows what became of it', async () => {
    const rig = await startReminderApp(monday);
    await rig.say(`add CASE-12 ${dueToday}`);
    await rig.say(`add CASE-13 ${dueToday}`);
    await rig.tickAt(atNine);
    expect(rig.told()).toHaveLength(1);
    const message = posted(rig);
    await rig.act(message, reminderActionIds.done, proof);
    await expect.poll(() => JSON.stringify(message.blocks)).toContain('2 follow-up scans, 1 open');
    expect(validateMessage(message as never)).toEqual([]);
    const [, first, second] = message.blocks.map((block) => JSON.stringify(block));
    expect(first).toMatch(/CASE-1.\* of 23 November 2026 is closed \(completed\)/);
    expect(second).toMatch(/CASE-1.\* is due between/);
    expect(buttonsIn(message)).toEqual([reminderActionIds.choose]);
    expect(deliveryIdsIn(message.metadata as never)).toHaveLength(2);
  });

  it('closed by a command in the board shows so in the message that its owner has', async () => {
    const rig = await startReminderApp(monday);
    await rig.say(`add CASE-12 ${dueToday}`);
    await rig.tickAt(atNine);
    await rig.say('close CASE-12 declined patient declines this scan', 'UBEN');
    await expect.poll(() => JSON.stringify(posted(rig).blocks)).toContain('*Closed as declined* by <@UBEN>');
    expect(buttonsIn(posted(rig))).toEqual([]);
  });

  it('is answered at once when its message cannot be redrawn, which the log says', async () => {
    const rig = await startReminderApp(monday);
    await rig.say(`add CASE-12 ${dueToday}`);
    await rig.tickAt(atNine);
    rig.slack.faultOf = (method) => (method === 'chat.update' ? { error: 'edit_window_closed' } : undefined);
    expect(await rig.say('book CASE-12 on 2026-11-25')).toContain('Booked');
    await expect.poll(() => rig.log).toContainEqual(expect.objectContaining({ code: 'edit_window_closed' }));
  });
});

describe('a board whose settings change', () => {
  it('has what waits planned by them at once', async () => {
    const rig = await startReminderApp(monday);
    await rig.say(`add CASE-12 ${dueToday}`);
    const settings = { ...(await rig.records.settings(board)), sendAt: '14:00' };
    await rig.records.saveSettings(settings, { action: 'settings', by: 'UADA', atMs: 1, changes: [] });
    await rig.tickAt('2026-11-23T13:59:00Z');
    expect(rig.told()).toEqual([]);
    await rig.tickAt('2026-11-23T14:00:00Z');
    expect(rig.told()).toHaveLength(1);
  });

  it('changes nothing for whoever comes second', async () => {
    const rig = await startReminderApp(monday);
    const settings = await rig.records.settings(board);
    const entry = { action: 'settings', by: 'UADA', atMs: 1, changes: [] };
    expect(await rig.records.saveSettings({ ...settings, sendAt: '14:00' }, entry)).toBe(true);
    expect(await rig.records.saveSettings({ ...settings, sendAt: '15:00' }, entry)).toBe(false);
    expect(await rig.records.settings(board)).toMatchObject({ sendAt: '14:00' });
  });
});

describe('a follow-up that is given to somebody else', () => {
  it('tells the new owner at once who did so, and nobody twice', async () => {
    const rig = await startReminderApp('2026-11-23T10:00:00Z');
    await rig.say('add CASE-12 CT chest due 2027-02-23 window 14d owner <@UADA> backup <@UBEN>');
    await rig.say('reassign CASE-12 owner <@UCARA>');
    await rig.tickAt('2026-11-23T10:01:00Z');
    await rig.tickAt('2026-11-23T10:02:00Z');
    expect(rig.told().map(({ channel }) => channel)).toEqual(['DUCARA']);
    expect(JSON.stringify(posted(rig).blocks)).toContain('<@UADA> made you its owner.');
  });

  it('does not tell somebody who took it themselves', async () => {
    const rig = await startReminderApp('2026-11-23T10:00:00Z');
    await rig.say('add CASE-12 CT chest due 2027-02-23 window 14d owner <@UADA> backup <@UBEN>');
    await rig.say('reassign CASE-12 owner <@UCARA>', 'UCARA');
    await rig.tickAt('2026-11-23T10:01:00Z');
    expect(rig.told()).toEqual([]);
  });

  it('waits for the morning, also when it is edited meanwhile', async () => {
    const rig = await startReminderApp('2026-11-23T20:00:00Z');
    await rig.say('add CASE-12 CT chest due 2027-02-23 window 14d owner <@UADA> backup <@UBEN>');
    await rig.say('reassign CASE-12 backup <@UCARA>');
    await rig.tickAt('2026-11-23T20:01:00Z');
    await rig.say('book CASE-12 on 2027-02-20');
    await rig.tickAt('2026-11-24T08:00:00Z');
    expect(rig.told().map(({ channel }) => channel)).toEqual(['DUCARA']);
    expect(JSON.stringify(posted(rig).blocks)).toContain('<@UADA> made you its backup.');
  });
});

describe('who is reminded', () => {
  it('is not woken: the morning is that of where they are', async () => {
    const rig = await startReminderApp(monday);
    rig.slack.people.UADA = { tz: 'America/Los_Angeles' };
    await rig.say(`add CASE-12 ${dueToday}`);
    await rig.tickAt('2026-11-23T12:00:00Z');
    expect(rig.told()).toEqual([]);
    await rig.tickAt('2026-11-23T17:00:00Z');
    expect(rig.told()).toHaveLength(1);
  });

  it('is reminded by the board’s time while Slack does not say where they are', async () => {
    const rig = await startReminderApp(monday);
    rig.slack.faultOf = (method) => (method === 'users.info' ? 'status-500' : undefined);
    expect(await rig.say(`add CASE-12 ${dueToday}`)).toContain('Saved');
    await rig.tickAt(atNine);
    expect(rig.told()).toHaveLength(1);
  });

  it('nobody waits long for a Slack that does not answer where they are', async () => {
    const rig = await startReminderApp(monday);
    rig.slack.faultOf = (method) => (method === 'users.info' ? 'silent' : undefined);
    const startedAtMs = performance.now();
    expect(await rig.say(`add CASE-12 ${dueToday}`)).toContain('Saved');
    await rig.tickAt(atNine);
    expect(rig.told()).toHaveLength(1);
    expect(performance.now() - startedAtMs).toBeLessThan(8_000);
  });

  it('hands over to the backup when the account is deactivated, though Slack would still take the message', async () => {
    const rig = await startReminderApp(monday);
    await nameLead(rig);
    await rig.say(`add CASE-12 ${dueToday}`);
    rig.slack.people.UADA = { deleted: true };
    await rig.tickAt(atNine);
    expect(
      rig
        .told()
        .map(({ channel }) => channel)
        .sort(),
    ).toEqual(['DUBEN', 'DULEAD']);
    expect(JSON.stringify(posted(rig).blocks)).toContain('could not tell <@UADA>');
    expect(await rig.records.ofBoard(board)).toMatchObject([{ ownerId: 'UBEN', backupId: 'UADA' }]);
    await passDays(rig, '2026-11-24', 30);
    expect(rig.told().map(({ channel }) => channel)).not.toContain('DUADA');
    expect(rig.log).toContainEqual(expect.objectContaining({ alarm: 'undeliverable' }));
  });
});

describe('a case whose patient has died', () => {
  it('brings no message from then on, of none of its follow-ups', async () => {
    const rig = await startReminderApp(monday);
    await rig.say(`add CASE-12 ${dueToday}`);
    await rig.say(
      'add CASE-12 MRI abdomen due 2026-11-25 window 7d owner <@UBEN> backup <@UADA> every 3 months',
    );
    await rig.say('close CASE-12 CT chest deceased');
    await passDays(rig, '2026-11-23', 120);
    expect(rig.told()).toEqual([]);
  });

  it('brings not even a message that was already taken up', async () => {
    const rig = await startReminderApp(monday);
    await rig.say(`add CASE-12 ${dueToday}`);
    let closed: Promise<string> | undefined;
    // The claim is read by then, and its conversation is being opened.
    rig.slack.delayMs = () => {
      closed ??= rig.say('close CASE-12 deceased', 'UBEN');
      return 500;
    };
    await rig.tickAt(atNine);
    expect(await closed).toContain('Deceased');
    expect(rig.told()).toEqual([]);
    const { occurrences, ofBoard } = rig.records;
    const [followUp] = await ofBoard(board);
    const [scan] = await occurrences(board, followUp?.id ?? '');
    expect(scan).toMatchObject({ closing: { state: 'deceased' } });
    const about = rig.store.db.selectFrom('outbox').where('occurrenceId', 'is not', null);
    const rows = await about.select('state').execute();
    expect(rows).toEqual([{ state: 'withdrawn' }]);
  });
});
