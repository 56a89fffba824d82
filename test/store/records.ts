import { newOccurrence } from '../../src/followup/create-follow-up.ts';
import type { Board, BoardSettings, FollowUp, Occurrence } from '../../src/followup/follow-up.ts';
import { enqueueReminders } from '../../src/store/enqueue-reminders.ts';
import { insertFollowUp } from '../../src/store/follow-ups.ts';
import { insertOccurrences } from '../../src/store/occurrences.ts';
import type { Tx } from '../../src/store/store.ts';

export const board: Board = { teamId: 'T1', channelId: 'C1' };
export const otherBoards: readonly Board[] = [
  { teamId: 'T1', channelId: 'C2' },
  { teamId: 'T2', channelId: 'C1' },
];

/** Every field filled, so that a column that forgets one shows. */
export const fullFollowUp: FollowUp = {
  id: 'f1',
  board,
  caseCode: 'CASE-12',
  modality: 'CT',
  bodySite: 'chest "and" neck, größer',
  contrast: 'with',
  ownerId: 'U1',
  backupId: 'U2',
  anchor: { label: 'end of radiotherapy', on: '2026-11-23' },
  templateId: 'seed',
  firstTargetOn: '2027-02-23',
  recurrence: { every: 3, unit: 'month', untilOn: '2032-02-23' },
  windowDays: 14,
  createdBy: 'U3',
  createdAtMs: 1_795_430_000_123,
  version: 1,
};

export const emptyFollowUp: FollowUp = {
  ...fullFollowUp,
  contrast: null,
  anchor: null,
  templateId: null,
  recurrence: null,
};

export const openOccurrence: Occurrence = newOccurrence(
  { id: 'o1', followUpId: 'f1', number: 0, on: '2027-02-23', windowDays: 14, intervalDays: null },
  { atMs: 1_795_430_000_123 },
);

export const closedOccurrence: Occurrence = {
  ...openOccurrence,
  fromAnchor: { amount: 3, unit: 'month' },
  intervalDays: 91,
  appointmentOn: '2027-02-20',
  examOn: '2027-02-21',
  reportReference: 'R-7',
  reviewedBy: 'U4',
  snoozedUntilOn: '2027-02-24',
  snoozedAtMs: 1_802_900_000_000,
  attempts: [{ on: '2027-02-25', by: 'U1', way: 'phone' }],
  closing: {
    state: 'completed',
    reason: null,
    by: 'U1',
    atMs: 1_803_000_000_000,
    proof: null,
    witness: null,
  },
};

export const settings: BoardSettings = {
  board,
  boardLeadId: 'U9',
  timeZone: 'Europe/Berlin',
  ladder: [{ name: 'due', role: 'owner', from: 'target', days: 0 }],
  repeatEveryDays: 7,
  fullLadderIntervalDays: 90,
  sendAt: '09:00',
  workingDays: [1, 2, 3, 4, 5],
  quietHours: { from: '18:00', until: '08:00' },
  digestDay: 1,
  attemptsBeforeLost: 3,
  maxSnoozeDays: 30,
  version: 0,
};

/** One follow-up with `count` open dates, each with one message that is due at `dueAtMs`. */
export async function writeDueReminders(
  tx: Tx,
  prefix: string,
  count: number,
  dueAtMs: number,
): Promise<void> {
  await insertFollowUp(tx, { ...fullFollowUp, id: prefix });
  for (let number = 0; number < count; number++) {
    const id = `${prefix}-${number}`;
    await insertOccurrences(tx, board, [{ ...openOccurrence, id, followUpId: prefix, number }]);
    const step = { step: 'r0:due', role: 'owner' as const, dueAtMs: dueAtMs + number };
    await enqueueReminders(tx, board, id, [step], () => `delivery-${id}`);
  }
}
