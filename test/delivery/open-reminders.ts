import { randomUUID } from 'node:crypto';
import { planReminders } from '../../src/delivery/plan-reminders.ts';
import { defaultBoardSettings } from '../../src/followup/board-settings.ts';
import { newOccurrence } from '../../src/followup/create-follow-up.ts';
import type { Board, BoardSettings, FollowUp, Occurrence } from '../../src/followup/follow-up.ts';
import { saveBoardSettings } from '../../src/store/board-settings.ts';
import { insertFollowUp } from '../../src/store/follow-ups.ts';
import { insertOccurrences } from '../../src/store/occurrences.ts';
import type { Store } from '../../src/store/store.ts';

export const board: Board = { teamId: 'T1', channelId: 'CBOARD' };
const dayMs = 86_400_000;

/** A board that writes at any hour of any day, and one rung: what is due is due once. */
export const settings: BoardSettings = {
  ...defaultBoardSettings(board, 'UTC'),
  boardLeadId: 'ULEAD',
  ladder: [{ name: 'due', role: 'owner', from: 'target', days: 0 }],
  sendAt: '00:00',
  workingDays: [1, 2, 3, 4, 5, 6, 7],
  quietHours: { from: '00:00', until: '00:00' },
  version: 0,
};

export const followUp: FollowUp = {
  id: 'f1',
  board,
  caseCode: 'CASE-12',
  modality: 'CT',
  bodySite: 'chest',
  contrast: null,
  ownerId: 'UOWNER',
  backupId: 'UBACKUP',
  anchor: null,
  templateId: null,
  firstTargetOn: '2027-02-23',
  recurrence: null,
  windowDays: 14,
  createdBy: 'UOWNER',
  createdAtMs: 1,
  version: 1,
};

export const occurrence: Occurrence = newOccurrence(
  { id: 'o1', followUpId: 'f1', number: 0, on: '2027-02-23', windowDays: 14, intervalDays: null },
  { atMs: 0 },
);

export async function writeSettings(store: Store, changed: Partial<BoardSettings> = {}): Promise<void> {
  await store.transaction((tx) => saveBoardSettings(tx, { ...settings, ...changed }));
}

/** For each owner as many open scans as given, planned as a command plans them, whose date is the day of `nowMs`. */
export async function writeDueScans(
  store: Store,
  scans: Readonly<Record<string, number>>,
  nowMs: number,
  planned: BoardSettings = settings,
): Promise<void> {
  const startedAtMs = Math.floor(nowMs / dayMs) * dayMs;
  const targetOn = new Date(nowMs).toISOString().slice(0, 10);
  await store.transaction(async (tx) => {
    for (const [ownerId, count] of Object.entries(scans)) {
      const owned = { ...followUp, id: `f-${ownerId}`, ownerId, createdAtMs: nowMs };
      await insertFollowUp(tx, owned);
      for (let number = 0; number < count; number++) {
        const scan = {
          ...{ ...occurrence, id: `${ownerId}-${number}`, followUpId: owned.id, number },
          ...{ plannedOn: targetOn, targetOn, roundStartedAtMs: startedAtMs },
        };
        await insertOccurrences(tx, board, [scan]);
        await planReminders(
          tx,
          { followUp: owned, occurrence: scan, settings: planned },
          {},
          nowMs,
          randomUUID,
        );
      }
    }
  });
}
