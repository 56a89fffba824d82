import { describe, expect, it } from 'vitest';
import type { Closing } from '../../src/followup/follow-up.ts';
import { deliveryIdsIn } from '../../src/slack/reminder-metadata.ts';
import { findFollowUp, saveFollowUp } from '../../src/store/follow-ups.ts';
import { listHistory } from '../../src/store/history.ts';
import { findOccurrence, saveOccurrence } from '../../src/store/occurrences.ts';
import type { Store } from '../../src/store/store.ts';
import { deliveryRig } from './delivery-rig.ts';
import { board } from './open-reminders.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

async function scanOf(store: Store, id: string) {
  const scan = await findOccurrence(store.db, board, id);
  if (!scan) throw new Error(`no ${id}`);
  return scan;
}

const deceased: Closing = { state: 'deceased', reason: null, by: 'U1', atMs: 1, proof: null, witness: null };

describe('a reminder that is due', () => {
  it('goes to its owner once, and its history says so', async () => {
    const { store, standIn, tick, tickAfter, delivery } = await deliveryRig({ UOWNER: 1 });
    await tick();
    await tickAfter(minuteMs);
    const [message, ...more] = standIn.posted;
    expect(more).toEqual([]);
    expect(message).toMatchObject({ channel: 'DUOWNER' });
    expect(JSON.stringify(message?.blocks)).toContain('CT chest for CASE-12');
    expect(await delivery('UOWNER-0')).toMatchObject({ state: 'sent', messageTs: message?.ts });
    expect(await listHistory(store.db, board, 'f-UOWNER')).toMatchObject([
      { occurrenceId: 'UOWNER-0', action: 'reminded', by: 'app' },
    ]);
  });

  it('shows no case on a lock screen and carries nothing but its delivery id as metadata', async () => {
    const { standIn, tick, delivery } = await deliveryRig({ UOWNER: 1 });
    await tick();
    const [message] = standIn.posted;
    expect(message?.text).toBe('A follow-up scan needs you.');
    const { id } = (await delivery('UOWNER-0')) ?? {};
    expect(message?.metadata).toEqual({
      event_type: 'imt_board_reminder',
      event_payload: { delivery_id: id },
    });
  });

  it('leaves the next message of its ladder waiting', async () => {
    const { tick, delivery } = await deliveryRig({ UOWNER: 1 });
    await tick();
    expect(await delivery('UOWNER-0', 'r0:repeat-2027-03-23')).toMatchObject({
      state: 'pending',
      dueAtMs: Date.UTC(2027, 2, 23),
    });
  });

  it('waits for the morning of its reader', async () => {
    const { standIn, tick, tickAfter, clock } = await deliveryRig(
      { UOWNER: 1 },
      { quietHours: { from: '18:00', until: '08:00' }, sendAt: '09:00' },
    );
    clock.zones = { UOWNER: 'Pacific/Auckland' };
    await tick();
    await tickAfter(6 * hourMs);
    expect(standIn.posted).toEqual([]);
    await tickAfter(hourMs);
    expect(standIn.posted).toHaveLength(1);
  });

  it('is not sent about a scan that was closed meanwhile', async () => {
    const { store, standIn, tick, delivery } = await deliveryRig({ UOWNER: 1 });
    const closed = { ...(await scanOf(store, 'UOWNER-0')), closing: deceased };
    await store.transaction((tx) => saveOccurrence(tx, board, closed));
    await tick();
    expect(standIn.posted).toEqual([]);
    expect(await delivery('UOWNER-0')).toMatchObject({ state: 'withdrawn', failure: null });
  });

  it('is read again when its scan changed on the way to its post', async () => {
    const { store, standIn, tick, delivery } = await deliveryRig({ UOWNER: 1 });
    const { transaction } = store;
    let changed: Promise<unknown> | undefined;
    standIn.faultOf = (method) => {
      if (method === 'conversations.open')
        changed ??= transaction(async (tx) => {
          const followUp = await findFollowUp(tx, board, 'f-UOWNER');
          if (followUp) await saveFollowUp(tx, { ...followUp, ownerId: 'UNEW' });
        });
      return undefined;
    };
    await tick();
    await changed;
    expect(standIn.posted.map(({ channel }) => channel)).toEqual(['DUNEW']);
    expect(await delivery('UOWNER-0')).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('to a deactivated account goes to the backup and the lead instead', async () => {
    const { standIn, clock, tick, delivery } = await deliveryRig({ UGONE: 1 });
    clock.deactivated.add('UGONE');
    await tick();
    expect(standIn.posted.map(({ channel }) => channel).sort()).toEqual(['DUBACKUP', 'DULEAD']);
    expect(await delivery('UGONE-0')).toMatchObject({ state: 'failed', failure: 'user_disabled' });
  });

  it('is not posted behind half of its lease', async () => {
    const { standIn, clock, tick, delivery } = await deliveryRig({ UOWNER: 1 });
    standIn.faultOf = (method) => {
      if (method === 'conversations.open') clock.nowMs += 2.6 * minuteMs;
      return undefined;
    };
    await tick();
    expect(standIn.posted).toEqual([]);
    expect(await delivery('UOWNER-0')).toMatchObject({ state: 'pending', conversationId: null });
    standIn.faultOf = () => undefined;
    clock.nowMs += 1_000;
    await tick();
    expect(standIn.posted).toHaveLength(1);
  });
});

describe('many reminders for one person', () => {
  it('come as one message that lists them', async () => {
    const { standIn, tick } = await deliveryRig({ UMANY: 40, UONE: 1 });
    await tick();
    expect(standIn.posted.map(({ channel }) => channel).sort()).toEqual(['DUMANY', 'DUONE']);
    expect([...standIn.timesPosted().values()]).toEqual(Array(41).fill(1));
  });

  it('come as few messages as hold them, a second apart', async () => {
    const { standIn, tick, clock } = await deliveryRig({ UMANY: 100 });
    const before = clock.nowMs;
    await tick();
    expect(standIn.posted.map(({ metadata }) => deliveryIdsIn(metadata as never).length)).toEqual([
      40, 40, 20,
    ]);
    expect(clock.nowMs - before).toBeGreaterThanOrEqual(2_000);
  });

  it('name a scan once when the app was down over several of its steps', async () => {
    const { standIn, tickAfter, delivery } = await deliveryRig({ UMANY: 2 }, { repeatEveryDays: 1 });
    await tickAfter(3 * dayMs);
    expect(standIn.posted.map(({ channel }) => channel).sort()).toEqual(['DULEAD', 'DUMANY']);
    for (const { blocks } of standIn.posted)
      expect(blocks.filter((block) => 'accessory' in block)).toHaveLength(2);
    for (const day of [24, 25, 26])
      expect(await delivery('UMANY-0', `r0:repeat-2027-02-${day}`)).toMatchObject({ state: 'sent' });
  });
});
