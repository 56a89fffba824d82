import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { planReminders } from '../../src/delivery/plan-reminders.ts';
import { defaultBoardSettings } from '../../src/followup/board-settings.ts';
import { book } from '../../src/followup/book.ts';
import { closeDeceased } from '../../src/followup/close-deceased.ts';
import { complete } from '../../src/followup/complete.ts';
import type { BoardSettings, Occurrence } from '../../src/followup/follow-up.ts';
import { insertFollowUp } from '../../src/store/follow-ups.ts';
import { findOccurrence, insertOccurrences, saveOccurrence } from '../../src/store/occurrences.ts';
import type { Store } from '../../src/store/store.ts';
import { withdrawReminders } from '../../src/store/withdraw-reminders.ts';
import { deliveryRig } from './delivery-rig.ts';
import { board, followUp, occurrence, settings } from './open-reminders.ts';
import { promisedMessages, type YearScan } from './promised-messages.ts';

const hourMs = 3_600_000;
const fromMs = Date.UTC(2027, 0, 4);
const toMs = Date.UTC(2028, 0, 4);

/** All that a board has by default, with a lead. */
const yearSettings: BoardSettings = {
  ...settings,
  ...defaultBoardSettings(board, 'Europe/Berlin'),
  boardLeadId: 'ULEAD',
  version: 0,
};

const zones = {
  UAUCKLAND: 'Pacific/Auckland',
  UNEWYORK: 'America/New_York',
  UBERLIN: 'Europe/Berlin',
  UBACKUP: 'America/New_York',
  ULEAD: 'Pacific/Auckland',
};

/** Ten dates of seven cases: late, soon and far, single and repeated; three owners in three zones. */
const scans: readonly YearScan[] = [
  { ...of('CASE-1', 'UAUCKLAND'), targetOn: '2027-02-23', windowDays: 14, intervalDays: null },
  { ...of('CASE-2', 'UNEWYORK'), targetOn: '2027-02-23', windowDays: 14, intervalDays: 89 },
  { ...of('CASE-2', 'UNEWYORK'), targetOn: '2027-05-23', windowDays: 14, intervalDays: 92 },
  { ...of('CASE-2', 'UNEWYORK'), targetOn: '2027-08-23', windowDays: 14, intervalDays: 92 },
  // A summer time that begins on its date, a Sunday, and ends within its ladder.
  { ...of('CASE-3', 'UBERLIN'), targetOn: '2027-03-28', windowDays: 30, intervalDays: 184 },
  // Its date was past when it was entered.
  { ...of('CASE-4', 'UBERLIN'), targetOn: '2026-12-20', windowDays: 7, intervalDays: 42 },
  {
    ...of('CASE-5', 'UAUCKLAND'),
    ...{ targetOn: '2027-04-04', windowDays: 10, intervalDays: 60 },
    deed: { kind: 'booked', on: '2027-03-30', appointmentOn: '2027-04-08' },
  },
  {
    ...of('CASE-6', 'UNEWYORK'),
    ...{ targetOn: '2027-03-14', windowDays: 14, intervalDays: 365 },
    deed: { kind: 'completed', on: '2027-04-20' },
  },
  {
    ...of('CASE-7', 'UBERLIN'),
    ...{ targetOn: '2027-06-30', windowDays: 3, intervalDays: 28 },
    deed: { kind: 'deceased', on: '2027-07-06' },
  },
  {
    ...of('CASE-7', 'UBERLIN'),
    ...{ targetOn: '2027-07-28', windowDays: 3, intervalDays: 28 },
    deed: { kind: 'deceased', on: '2027-07-06' },
  },
];

function of(caseCode: string, ownerId: string) {
  return { caseCode, ownerId, backupId: 'UBACKUP' };
}

const berlinTime = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Europe/Berlin', weekday: 'short', hour: '2-digit' },
});

const idOf = (at: number) => `scan-${at}`;

it('through the scheduler, the store and Slack’s side a year gives each person the promised messages, and no other', {
  timeout: 60_000,
}, async () => {
  const { store, standIn, clock, tick } = await deliveryRig({}, yearSettings);
  clock.zones = zones;
  clock.nowMs = fromMs;
  await writeScans(store);
  const got: string[] = [];
  const digests: string[] = [];
  for (let nowMs = fromMs; nowMs < toMs; nowMs += hourMs) {
    clock.nowMs = nowMs;
    const before = standIn.posted.length;
    await tick();
    for (const { channel, text, blocks } of standIn.posted.slice(before)) {
      if (text.startsWith('Follow-up imaging this week')) {
        digests.push(`${channel} ${berlinTime.format(nowMs)}`);
        continue;
      }
      const cases = [...new Set(JSON.stringify(blocks).match(/CASE-\d+/g))].sort();
      got.push(`${new Date(nowMs).toISOString()} ${channel.replace(/^D/, '')} ${cases.join(' ')}`);
    }
    if (new Date(nowMs).getUTCHours() === 12) await doDeeds(store, nowMs);
  }
  const promised = promisedMessages(scans, yearSettings, zones, { fromMs, toMs, deedHourUtc: 12 });
  expect(got.toSorted()).toEqual(promised.toSorted());
  expect(digests).toEqual(Array(53).fill(`${board.channelId} Mon, 09`));
  expect(Math.max(...standIn.timesPosted().values())).toBe(1);
  // Or the year was empty.
  expect(promised.length).toBeGreaterThan(90);
  expect(new Set(promised.map((line) => line.split(' ')[1]))).toEqual(
    new Set(['UAUCKLAND', 'UNEWYORK', 'UBERLIN', 'UBACKUP', 'ULEAD', board.channelId]),
  );
  process.stdout.write(
    `a year through the app: ${scans.length} dates, ${(toMs - fromMs) / hourMs} ticks, ${got.length} messages, all promised\n`,
  );
});

async function writeScans(store: Store): Promise<void> {
  await store.transaction(async (tx) => {
    for (const [at, { caseCode, ownerId, backupId, targetOn, windowDays, intervalDays }] of scans.entries()) {
      const kept = { ...followUp, id: `f-${at}`, caseCode, ownerId, backupId, windowDays };
      const scan: Occurrence = {
        ...occurrence,
        ...{ id: idOf(at), followUpId: kept.id, plannedOn: targetOn, targetOn, windowDays, intervalDays },
        roundStartedAtMs: fromMs,
      };
      await insertFollowUp(tx, kept);
      await insertOccurrences(tx, board, [scan]);
      const records = { followUp: kept, occurrence: scan, settings: yearSettings };
      await planReminders(tx, records, zones, fromMs, randomUUID);
    }
  });
}

async function doDeeds(store: Store, nowMs: number): Promise<void> {
  const todayOn = new Date(nowMs).toISOString().slice(0, 10);
  for (const [at, { deed, ...scan }] of scans.entries()) {
    if (deed?.on !== todayOn) continue;
    await store.transaction(async (tx) => {
      const open = await findOccurrence(tx, board, idOf(at));
      if (!open) throw new Error(`no ${idOf(at)}`);
      const act = { by: scan.ownerId, atMs: nowMs, todayOn };
      const changed = afterDeed(open, deed, act);
      const saved = await saveOccurrence(tx, board, changed);
      await withdrawReminders(tx, board, saved.id);
      const kept = { ...followUp, ...scan, id: `f-${at}` };
      const records = { followUp: kept, occurrence: saved, settings: yearSettings };
      await planReminders(tx, records, zones, nowMs, randomUUID);
    });
  }
}

function afterDeed(
  open: Occurrence,
  deed: NonNullable<YearScan['deed']>,
  act: { by: string; atMs: number; todayOn: string },
): Occurrence {
  if (deed.kind === 'booked') return book(open, deed.appointmentOn, act).occurrence;
  if (deed.kind === 'deceased') return closeDeceased([open], act)[0]?.occurrence ?? open;
  const proof = { examOn: act.todayOn, reportReference: 'RAD-1', reviewedBy: 'UREADER' };
  return complete(open, proof, act).occurrence;
}
