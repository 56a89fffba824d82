import { newOccurrence } from '../../src/followup/create-follow-up.ts';
import type { FollowUp, Occurrence } from '../../src/followup/follow-up.ts';
import type { Scan } from '../../src/followup/follow-up-records.ts';

export const followUp: FollowUp = {
  id: 'f1',
  board: { teamId: 'T0TEAM', channelId: 'C0BOARD' },
  caseCode: 'CASE-12',
  modality: 'CT',
  bodySite: 'chest',
  contrast: 'with',
  ownerId: 'U0ADA',
  backupId: 'U0BEN',
  anchor: { label: 'end of radiotherapy', on: '2026-11-23' },
  templateId: null,
  firstTargetOn: '2027-03-28',
  recurrence: null,
  windowDays: 14,
  createdBy: 'U0ADA',
  createdAtMs: 1,
  version: 1,
};

export const occurrence: Occurrence = newOccurrence(
  { id: 'o1', followUpId: 'f1', number: 0, on: '2027-03-28', windowDays: 14, intervalDays: null },
  { atMs: 0 },
);

/** On the days on which summer time begins and ends in three parts of the world, and at both ends of a year. */
const dates = ['2027-01-01', '2027-03-14', '2027-03-28', '2027-04-04', '2027-10-31', '2027-12-31'];

export const scansForCalendar: readonly Scan[] = dates.map((targetOn, number) => ({
  followUp,
  occurrence: { ...occurrence, id: `o${number}`, number, targetOn },
}));
