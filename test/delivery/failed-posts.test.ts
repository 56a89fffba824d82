import { describe, expect, it } from 'vitest';
import { findFollowUp } from '../../src/store/follow-ups.ts';
import { findOccurrence } from '../../src/store/occurrences.ts';
import type { ReminderFault } from '../support/reminder-stand-in.ts';
import { deliveryRig } from './delivery-rig.ts';
import { board } from './open-reminders.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** One reminder whose first post ends like this, and that is taken up once more while all is well. */
async function triedAgainAfter(fault: ReminderFault) {
  const rig = await deliveryRig({ UOWNER: 1 });
  rig.standIn.faultOf = (method) => (method === 'chat.postMessage' ? fault : undefined);
  await rig.tick();
  expect(await rig.delivery('UOWNER-0')).toMatchObject({ state: 'unknown' });
  rig.standIn.faultOf = () => undefined;
  await rig.tickAfter(minuteMs);
  return rig;
}

describe('when the end of a post is in doubt', () => {
  it.each<ReminderFault>(['silent-recorded', 'reset-recorded', 'status-500-recorded', 'cut-off-recorded'])(
    'after %j the message is found and not posted again',
    async (fault) => {
      const { standIn, delivery } = await triedAgainAfter(fault);
      expect(standIn.posted).toHaveLength(1);
      expect(await delivery('UOWNER-0')).toMatchObject({ state: 'sent', messageTs: standIn.posted[0]?.ts });
    },
  );

  it.each<ReminderFault>([
    'silent',
    'reset',
    'status-500',
    { error: 'internal_error' },
    { error: 'fatal_error' },
  ])('after %j it is looked for, not found, and posted', async (fault) => {
    const { standIn, delivery } = await triedAgainAfter(fault);
    const methods = standIn.calls.map(({ method }) => method);
    expect(methods).toEqual([
      ...['conversations.open', 'chat.postMessage', 'conversations.history', 'chat.postMessage'],
    ]);
    expect(await delivery('UOWNER-0')).toMatchObject({ state: 'sent' });
  });

  it.each<ReminderFault>([
    ...(['silent', 'status-500', 'rate-limited', { error: 'missing_scope' }] as const),
    { answer: { ok: true } },
    { answer: { ok: true, messages: [], has_more: true } },
    { answer: { ok: true, messages: [], has_more: true, response_metadata: { next_cursor: 'again' } } },
  ])('it is never posted blind while the look ends in %j', async (fault) => {
    const { standIn, tick, tickAfter, delivery } = await deliveryRig({ UOWNER: 1 });
    standIn.faultOf = (method) =>
      method === 'conversations.open' ? undefined : method === 'chat.postMessage' ? 'reset-recorded' : fault;
    await tick();
    for (let times = 0; times < 5; times++) await tickAfter(2 * hourMs);
    expect(standIn.posted).toHaveLength(1);
    expect(await delivery('UOWNER-0')).toMatchObject({ state: 'unknown' });
    standIn.faultOf = () => undefined;
    await tickAfter(2 * hourMs);
    expect(standIn.posted).toHaveLength(1);
    expect(await delivery('UOWNER-0')).toMatchObject({ state: 'sent' });
  });

  it('the look goes back page by page through what others wrote', async () => {
    const { standIn, tick, tickAfter } = await deliveryRig({ UOWNER: 1 });
    standIn.faultOf = (method) => (method === 'chat.postMessage' ? 'reset-recorded' : undefined);
    await tick();
    for (let line = 0; line < 450; line++) standIn.say('DUOWNER', 'something else');
    await tickAfter(minuteMs);
    expect(standIn.calls.filter(({ method }) => method === 'conversations.history')).toHaveLength(3);
    expect(standIn.posted).toHaveLength(1);
  });
});

describe('when Slack refuses', () => {
  it('a conversation for its rate, only that one waits as long as Slack says', async () => {
    const { standIn, tick, tickAfter } = await deliveryRig({ UHOT: 1, UCOOL: 1 });
    standIn.faultOf = (method, { channel }) =>
      method === 'chat.postMessage' && channel === 'DUHOT' ? 'rate-limited' : undefined;
    await tick();
    expect(standIn.posted.map(({ channel }) => channel)).toEqual(['DUCOOL']);
    standIn.faultOf = () => undefined;
    await tickAfter(minuteMs);
    expect(standIn.posted.map(({ channel }) => channel)).toEqual(['DUCOOL', 'DUHOT']);
  });

  it('a person for good, the backup takes over, the lead is told, and the scan stays open', async () => {
    const { store, standIn, tick, tickAfter, delivery, alarms } = await deliveryRig({ UGONE: 2 });
    standIn.faultOf = (method, { users }) =>
      method === 'conversations.open' && users === 'UGONE' ? { error: 'user_disabled' } : undefined;
    await tick();
    await tickAfter(minuteMs);
    expect(standIn.posted.map(({ channel }) => channel).sort()).toEqual(['DUBACKUP', 'DULEAD']);
    expect(JSON.stringify(standIn.posted[0]?.blocks)).toContain(
      'could not tell <@UGONE>: their account at Slack is switched off.',
    );
    expect(await delivery('UGONE-0')).toMatchObject({ state: 'failed', failure: 'user_disabled' });
    expect(await findFollowUp(store.db, board, 'f-UGONE')).toMatchObject({
      ownerId: 'UBACKUP',
      backupId: 'UGONE',
    });
    expect(await findOccurrence(store.db, board, 'UGONE-0')).toMatchObject({ closing: null });
    expect(alarms).toMatchObject([{ alarm: 'undeliverable' }, { alarm: 'undeliverable' }]);
  });

  it('a message to somebody who is still there, the backup and the lead are told, and the scan stays theirs', async () => {
    const { store, standIn, tick, tickAfter } = await deliveryRig({ UOWNER: 1 });
    standIn.faultOf = (method, { users }) =>
      method === 'conversations.open' && users === 'UOWNER' ? { error: 'messages_tab_disabled' } : undefined;
    await tick();
    await tickAfter(minuteMs);
    expect(standIn.posted.map(({ channel }) => channel).sort()).toEqual(['DUBACKUP', 'DULEAD']);
    expect(await findFollowUp(store.db, board, 'f-UOWNER')).toMatchObject({ ownerId: 'UOWNER' });
  });

  it('the channel for good, the lead gets a direct message', async () => {
    const ladder = [{ name: 'due', role: 'channel' as const, from: 'target' as const, days: 0 }];
    const { standIn, tick, delivery } = await deliveryRig({ UOWNER: 1 }, { ladder });
    standIn.faultOf = (method, { channel }) =>
      method === 'chat.postMessage' && channel === 'CBOARD' ? { error: 'is_archived' } : undefined;
    await tick();
    await tick();
    expect(await delivery('UOWNER-0')).toMatchObject({ state: 'failed', failure: 'is_archived' });
    expect(standIn.posted).toMatchObject([{ channel: 'DULEAD' }]);
    expect(JSON.stringify(standIn.posted[0]?.blocks)).toContain('could not tell <#CBOARD>: it is archived.');
  });

  it('the app’s token, everything waits for another and then goes out once', async () => {
    const { standIn, tick, tickAfter, delivery, alarms } = await deliveryRig({ UOWNER: 3, UOTHER: 1 });
    standIn.faultOf = () => ({ error: 'token_revoked' });
    await tick();
    expect(alarms).toMatchObject(Array(4).fill({ alarm: 'locked-out', code: 'token_revoked' }));
    expect(await delivery('UOTHER-0')).toMatchObject({ state: 'pending' });
    standIn.faultOf = () => undefined;
    await tickAfter(15 * minuteMs);
    expect([...standIn.timesPosted().values()]).toEqual([1, 1, 1, 1]);
  });

  it('the blocks, it goes out in plainer ones', async () => {
    const { standIn, tick } = await deliveryRig({ UOWNER: 1 });
    let first = true;
    standIn.faultOf = (method) => {
      if (method !== 'chat.postMessage' || !first) return undefined;
      first = false;
      return { error: 'invalid_blocks' };
    };
    await tick();
    expect(standIn.posted).toHaveLength(1);
  });
});
