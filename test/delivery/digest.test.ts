import { describe, expect, it } from 'vitest';
import type { BoardSettings, Closing } from '../../src/followup/follow-up.ts';
import { validateMessage } from '../../src/slack/block-kit/validate.ts';
import { findBoardSettings, saveBoardSettings } from '../../src/store/board-settings.ts';
import { listOfBoard } from '../../src/store/digests.ts';
import { findOccurrence, saveOccurrence } from '../../src/store/occurrences.ts';
import type { Store } from '../../src/store/store.ts';
import type { ReminderFault } from '../support/reminder-stand-in.ts';
import { deliveryRig } from './delivery-rig.ts';
import { board } from './open-reminders.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** It is Tuesday, 23 February 2027, noon in UTC; the board's digest is due on Mondays at 00:00. */
const untilMondayMs = 5.5 * dayMs;

async function digestRig(changed: Partial<BoardSettings> = {}) {
  const rig = await deliveryRig({ UOWNER: 1 }, changed);
  await rig.tick();
  return {
    ...rig,
    digests: () => rig.standIn.posted.filter(({ channel }) => channel === board.channelId),
    told: () => rig.standIn.posted.filter(({ text }) => text.includes('could not be posted')),
    steps: async () =>
      (await listOfBoard(rig.store.db, board)).map(({ step, state }) => `${step} ${state}`).reverse(),
  };
}

async function change(store: Store, changed: Partial<BoardSettings>): Promise<void> {
  const settings = await findBoardSettings(store.db, board);
  if (!settings) throw new Error('the board has no settings');
  await store.transaction((tx) => saveBoardSettings(tx, { ...settings, ...changed }));
}

async function close(store: Store, closing: Closing): Promise<void> {
  const scan = await findOccurrence(store.db, board, 'UOWNER-0');
  if (!scan) throw new Error('the scan is not kept');
  await store.transaction((tx) => saveOccurrence(tx, board, { ...scan, closing }));
}

const postsFail = (fault: ReminderFault) => (method: string, args: Record<string, string>) =>
  method === 'chat.postMessage' && args.channel === board.channelId ? fault : undefined;

describe('a board’s digest', () => {
  it('is posted on its day, at its hour, in its zone, and once', async () => {
    const zone = { timeZone: 'Pacific/Auckland', digestDay: 3, sendAt: '09:00' };
    const { tickAfter, digests, clock } = await digestRig(zone);
    await tickAfter(8 * hourMs - minuteMs);
    expect(digests()).toEqual([]);
    await tickAfter(minuteMs);
    expect(new Date(clock.nowMs).toISOString()).toBe('2027-02-23T20:00:00.000Z');
    for (let hours = 0; hours < 12; hours++) await tickAfter(12 * hourMs);
    expect(digests()).toHaveLength(1);
    await tickAfter(dayMs);
    expect(digests()).toHaveLength(2);
  });

  it('says how many scans were proven in their window, and what is overdue and whose', async () => {
    const { tickAfter, digests } = await digestRig();
    await tickAfter(19.5 * dayMs);
    const [digest] = digests();
    expect(validateMessage({ text: digest?.text ?? '', blocks: digest?.blocks as never })).toEqual([]);
    const all = JSON.stringify(digest?.blocks);
    expect(all).toContain('0 of 1');
    expect(all).toContain('<@UOWNER>');
    expect(all).toContain('CT chest for CASE-12');
    expect(digest?.text).not.toContain('CASE');
  });

  it('carries nothing but its delivery id as metadata, and keeps where it was posted', async () => {
    const { store, tickAfter, digests } = await digestRig();
    await tickAfter(untilMondayMs);
    const [digest] = digests();
    const [, sent] = await listOfBoard(store.db, board);
    expect(digest?.metadata).toEqual({
      event_type: 'imt_board_reminder',
      event_payload: { delivery_id: sent?.id },
    });
    expect(sent).toMatchObject({ state: 'sent', conversationId: 'CBOARD', messageTs: digest?.ts });
  });

  it('is posted once by two replicas that tick at the same moment', async () => {
    const { scheduler, newScheduler, clock, digests } = await digestRig();
    const other = newScheduler();
    for (let week = 0; week < 4; week++) {
      clock.nowMs += 7 * dayMs;
      await Promise.all([scheduler.tick(), other.tick()]);
    }
    expect(digests()).toHaveLength(4);
  });

  it('is not sent when nothing is open and nothing has matured', async () => {
    const { store, tickAfter, digests, steps } = await digestRig();
    await close(store, { state: 'deceased', reason: null, by: 'U1', atMs: 1, proof: null, witness: null });
    await tickAfter(untilMondayMs);
    expect(digests()).toEqual([]);
    expect(await steps()).toEqual(['digest:2027-03-01 withdrawn', 'digest:2027-03-08 pending']);
  });

  it('waits until its board may be written to', async () => {
    const { tickAfter, digests } = await digestRig({ quietHours: { from: '22:00', until: '07:00' } });
    await tickAfter(untilMondayMs + 6 * hourMs);
    expect(digests()).toEqual([]);
    await tickAfter(hourMs);
    expect(digests()).toHaveLength(1);
  });
});

describe('after a long stop', () => {
  it('comes one digest for all the weeks, and then the next on its day', async () => {
    const { tickAfter, digests, steps } = await digestRig();
    await tickAfter(untilMondayMs + 9 * dayMs);
    expect(digests()).toHaveLength(1);
    expect(await steps()).toEqual(['digest:2027-03-01 sent', 'digest:2027-03-15 pending']);
  });

  it('comes none on the eve of the next', async () => {
    const { tickAfter, digests } = await digestRig();
    await tickAfter(untilMondayMs + 6.5 * dayMs);
    expect(digests()).toEqual([]);
    await tickAfter(dayMs / 2);
    expect(digests()).toHaveLength(1);
  });
});

describe('when a board moves its digest', () => {
  it('the one that waits moves with it', async () => {
    const { store, tickAfter, digests } = await digestRig();
    await change(store, { digestDay: 4 });
    await tickAfter(untilMondayMs);
    expect(digests()).toEqual([]);
    await tickAfter(3 * dayMs);
    expect(digests()).toHaveLength(1);
  });

  it('it does not get a second one in the same week', async () => {
    const { store, tickAfter, digests } = await digestRig();
    await tickAfter(untilMondayMs);
    await change(store, { digestDay: 4 });
    for (let days = 0; days < 9; days++) await tickAfter(dayMs);
    expect(digests()).toHaveLength(1);
    await tickAfter(dayMs);
    expect(digests()).toHaveLength(2);
  });

  it('to later on the very day, it waits for that hour', async () => {
    const { store, tickAfter, digests, newScheduler, clock } = await digestRig();
    await tickAfter(untilMondayMs - minuteMs);
    await change(store, { sendAt: '08:00' });
    await tickAfter(2 * minuteMs);
    expect(digests()).toEqual([]);
    clock.nowMs += 8 * hourMs;
    await newScheduler().tick();
    expect(digests()).toHaveLength(1);
  });
});

describe('when the end of a digest’s post is in doubt', () => {
  it.each<ReminderFault>(['silent-recorded', 'reset-recorded', 'status-500-recorded', 'cut-off-recorded'])(
    'after %s it is found and not posted again',
    async (fault) => {
      const { standIn, tickAfter, digests, steps } = await digestRig();
      standIn.faultOf = postsFail(fault);
      await tickAfter(untilMondayMs);
      expect(await steps()).toEqual(['digest:2027-03-01 unknown']);
      standIn.faultOf = () => undefined;
      await tickAfter(minuteMs);
      await tickAfter(hourMs);
      expect(digests()).toHaveLength(1);
      expect(await steps()).toEqual(['digest:2027-03-01 sent', 'digest:2027-03-08 pending']);
    },
  );

  it.each<ReminderFault>(['silent', 'reset', 'status-500', { error: 'internal_error' }])(
    'after %s it is looked for, not found, and posted',
    async (fault) => {
      const { standIn, tickAfter, digests } = await digestRig();
      standIn.faultOf = postsFail(fault);
      await tickAfter(untilMondayMs);
      standIn.faultOf = () => undefined;
      await tickAfter(minuteMs);
      expect(standIn.calls.slice(-2).map(({ method }) => method)).toEqual([
        'conversations.history',
        'chat.postMessage',
      ]);
      expect(digests()).toHaveLength(1);
    },
  );

  it('it is never posted blind while no look is possible', async () => {
    const { standIn, tickAfter, digests, steps } = await digestRig();
    standIn.faultOf = (method, args) =>
      method === 'conversations.history' ? 'status-500' : postsFail('reset-recorded')(method, args);
    await tickAfter(untilMondayMs);
    for (let times = 0; times < 5; times++) await tickAfter(2 * hourMs);
    expect(digests()).toHaveLength(1);
    expect(await steps()).toEqual(['digest:2027-03-01 unknown']);
  });
});

describe('when Slack refuses a digest', () => {
  it('for its rate, it waits as long as Slack says', async () => {
    const { standIn, tickAfter, digests } = await digestRig();
    standIn.faultOf = postsFail('rate-limited');
    await tickAfter(untilMondayMs);
    expect(digests()).toEqual([]);
    standIn.faultOf = () => undefined;
    await tickAfter(minuteMs);
    expect(digests()).toHaveLength(1);
  });

  it('for good, the lead is told by direct message once, and again only after one has arrived', async () => {
    const { standIn, tickAfter, digests, told, alarms, steps } = await digestRig();
    standIn.faultOf = postsFail({ error: 'is_archived' });
    await tickAfter(untilMondayMs);
    await tickAfter(minuteMs);
    expect(told()).toMatchObject([{ channel: 'DULEAD' }]);
    expect(JSON.stringify(told()[0]?.blocks)).toContain('<#CBOARD> could not be posted* (`is_archived`)');
    expect(alarms).toMatchObject([{ alarm: 'undeliverable', step: 'digest:2027-03-01' }]);
    await tickAfter(7 * dayMs);
    expect(alarms).toHaveLength(2);
    expect(told()).toHaveLength(1);
    standIn.faultOf = () => undefined;
    await tickAfter(7 * dayMs);
    expect(digests()).toHaveLength(1);
    standIn.faultOf = postsFail({ error: 'is_archived' });
    await tickAfter(7 * dayMs);
    await tickAfter(minuteMs);
    expect(told()).toHaveLength(2);
    expect((await steps()).filter((step) => step.startsWith('digest'))).toEqual([
      ...['digest:2027-03-01 failed', 'digest:2027-03-08 failed', 'digest:2027-03-15 sent'],
      ...['digest:2027-03-22 failed', 'digest:2027-03-29 pending'],
    ]);
  });

  it('and the lead cannot be told either, the log has both and nothing turns in circles', async () => {
    const { standIn, tickAfter, told, alarms } = await digestRig();
    standIn.faultOf = (method, args) =>
      method === 'conversations.open'
        ? { error: 'user_disabled' }
        : postsFail({ error: 'not_in_channel' })(method, args);
    await tickAfter(untilMondayMs);
    for (let hours = 0; hours < 5; hours++) await tickAfter(hourMs);
    expect(told()).toEqual([]);
    expect(alarms).toMatchObject([{ code: 'not_in_channel' }, { code: 'user_disabled' }]);
  });

  it('and the board has no lead, the log says so and the next digest waits', async () => {
    const { standIn, tickAfter, alarms, steps, told } = await digestRig({ boardLeadId: null });
    standIn.faultOf = postsFail({ error: 'is_archived' });
    await tickAfter(untilMondayMs);
    await tickAfter(minuteMs);
    expect(told()).toEqual([]);
    expect(alarms).toHaveLength(1);
    expect(await steps()).toContain('digest:2027-03-08 pending');
  });

  it('with the app’s token, it waits for another and is then posted once', async () => {
    const { standIn, tickAfter, digests } = await digestRig();
    standIn.faultOf = postsFail({ error: 'token_revoked' });
    await tickAfter(untilMondayMs);
    standIn.faultOf = () => undefined;
    await tickAfter(15 * minuteMs);
    await tickAfter(hourMs);
    expect(digests()).toHaveLength(1);
  });
});
