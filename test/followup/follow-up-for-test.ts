import type { Act } from '../../src/followup/act.ts';
import { defaultBoardSettings } from '../../src/followup/board-settings.ts';
import { dateInZone } from '../../src/followup/calendar-date.ts';
import { newOccurrence } from '../../src/followup/create-follow-up.ts';
import type { Closing, FollowUp, Occurrence, TerminalState } from '../../src/followup/follow-up.ts';
import { instantAt } from '../../src/followup/instant-at.ts';

export const board = { teamId: 'T1', channelId: 'C1' };
export const zones = ['UTC', 'America/New_York', 'Pacific/Auckland'] as const;
export const settingsForTest = { ...defaultBoardSettings(board, 'UTC'), boardLeadId: 'ULEAD' };

export const followUpForTest: FollowUp = {
  ...{ id: 'f1', board, caseCode: 'CASE-12', modality: 'CT', bodySite: 'chest', contrast: null },
  ...{ ownerId: 'UOWNER', backupId: 'UBACKUP', anchor: null, templateId: null },
  firstTargetOn: '2027-02-23',
  recurrence: { every: 3, unit: 'month', untilOn: '2032-02-23' },
  ...{ windowDays: 14, createdBy: 'UOWNER', createdAtMs: Date.UTC(2027, 0, 4, 9), version: 1 },
};

/** A 3-monthly CT, entered on 4 January 2027 for 23 February. */
export function occurrenceForTest(facts: Partial<Occurrence> = {}): Occurrence {
  const on = facts.targetOn ?? '2027-02-23';
  const date = { id: 'o1', followUpId: 'f1', number: 0, on, windowDays: 14, intervalDays: 89 };
  return { ...newOccurrence(date, { atMs: Date.UTC(2027, 0, 4, 9) }), ...facts };
}

/** A closing without a proof, for what does not ask for one. */
export const closedAs = (state: TerminalState): Closing => ({
  ...{ state, reason: null, by: 'U1', atMs: 0, proof: null, witness: null },
});

/** Somebody acts at noon UTC of a day. */
export function actOn(todayOn: string, by = 'UOWNER'): Act {
  return { by, atMs: instantAt(todayOn, '12:00', 'UTC'), todayOn };
}

/** As `Tue 2027-02-23 09:00`, to be read in a test. */
export function localTime(atMs: number, timeZone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit' },
  }).formatToParts(atMs);
  const part = (type: string) => time.find((one) => one.type === type)?.value;
  return `${part('weekday')} ${dateInZone(atMs, timeZone)} ${part('hour')}:${part('minute')}`;
}
