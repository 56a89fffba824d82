import { describe, expect, it } from 'vitest';
import type { BoardSettings, Occurrence } from '../../src/followup/follow-up.ts';
import { validateMessage } from '../../src/slack/block-kit/validate.ts';
import { findBoardSettings, saveBoardSettings } from '../../src/store/board-settings.ts';
import { listOfBoard } from '../../src/store/digests.ts';
import { findOccurrence, saveOccurrence } from '../../src/store/occurrences.ts';
import type { Store } from '../../src/store/store.ts';
import { engines } from '../store/engines.ts';
import { digestRig, untilMondayMs } from './digest-rig.ts';
import { board } from './open-reminders.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

async function change(store: Store, changed: Partial<BoardSettings>): Promise<void> {
  const settings = await findBoardSettings(store.db, board);
  if (!settings) throw new Error('the board has no settings');
  await store.transaction((tx) => saveBoardSettings(tx, { ...settings, ...changed }));
}

const closing = { reason: null, by: 'U1', atMs: 1, proof: null, witness: null };

async function alter(store: Store, facts: Partial<Occurrence>): Promise<void> {
  const scan = await findOccurrence(store.db, board, 'UOWNER-0');
  if (!scan) throw new Error('the scan is not kept');
  await store.transaction((tx) => saveOccurrence(tx, board, { ...scan, ...facts }));
}

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

  it('is not sent when nothing is open, and goes on by itself', async () => {
    const { store, tickAfter, digests, steps } = await digestRig();
    await alter(store, { closing: { ...closing, state: 'deceased' } });
    await tickAfter(untilMondayMs);
    expect(digests()).toEqual([]);
    expect(await steps()).toEqual(['digest:2027-03-01 withdrawn', 'digest:2027-03-08 pending']);
  });

  it('is not sent when nothing is open, though there is a rate to tell', async () => {
    const { store, tickAfter, digests } = await digestRig();
    await alter(store, { examOn: '2027-02-23', closing: { ...closing, state: 'completed' } });
    await tickAfter(untilMondayMs + 28 * dayMs);
    expect(digests()).toEqual([]);
  });

  it('is not sent in a week in which nothing is due, and is in that in which a window opens', async () => {
    const { store, tickAfter, digests, steps } = await digestRig();
    // Its window of 14 days opens on Sunday, 14 March.
    await alter(store, { plannedOn: '2027-03-28', targetOn: '2027-03-28' });
    await tickAfter(untilMondayMs);
    expect(digests()).toEqual([]);
    expect(await steps()).toEqual(['digest:2027-03-01 withdrawn', 'digest:2027-03-08 pending']);
    await tickAfter(7 * dayMs);
    expect(digests()).toHaveLength(1);
    const [digest] = digests();
    expect(digest?.text).toBe('Follow-up imaging this week: nothing overdue, 1 scan due.');
    expect(JSON.stringify(digest?.blocks)).toContain('is due between 14 March 2027 and 11 April 2027');
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
  it('comes the digest of the running week, none of the weeks before, and then the next on its day', async () => {
    const { tickAfter, digests, steps } = await digestRig();
    await tickAfter(untilMondayMs + 9 * dayMs);
    await tickAfter(minuteMs);
    expect(digests()).toHaveLength(1);
    expect(await steps()).toEqual([
      ...['digest:2027-03-01 withdrawn', 'digest:2027-03-08 sent', 'digest:2027-03-15 pending'],
    ]);
  });

  it('comes no digest before its day when that lies ahead in the running week', async () => {
    const { tickAfter, digests } = await digestRig({ digestDay: 5 });
    await tickAfter(untilMondayMs + 8 * dayMs);
    expect(digests()).toEqual([]);
    await tickAfter(3 * dayMs);
    expect(digests()).toHaveLength(1);
  });

  it.each(engines)('waits once for three replicas when none waited before: $engine', async ({ start }) => {
    const { scheduler, newScheduler, clock, digests, steps } = await digestRig({}, { start, looked: false });
    const replicas = [scheduler, newScheduler(), newScheduler()];
    clock.nowMs += untilMondayMs + 21 * dayMs + 5 * minuteMs;
    await Promise.all(replicas.map((one) => one.tick()));
    expect(digests()).toEqual([]);
    expect(await steps()).toEqual(['digest:2027-03-29 pending']);
    clock.nowMs += 7 * dayMs;
    await Promise.all(replicas.map((one) => one.tick()));
    expect(digests()).toHaveLength(1);
  });

  it('comes none on the eve of the next', async () => {
    const { tickAfter, digests } = await digestRig();
    await tickAfter(untilMondayMs + 6.5 * dayMs);
    expect(digests()).toEqual([]);
    await tickAfter(dayMs / 2);
    expect(digests()).toHaveLength(1);
  });
});

it('a board whose first follow-up came after this week’s digest waits for the next', async () => {
  const { tickAfter, digests, steps } = await digestRig();
  await tickAfter(minuteMs);
  expect(digests()).toEqual([]);
  expect(await steps()).toEqual(['digest:2027-03-01 pending']);
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
