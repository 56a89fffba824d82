import { expect, it } from 'vitest';
import { toldInstead } from '../../src/delivery/told-instead.ts';
import type { BoardSettings, FollowUp } from '../../src/followup/follow-up.ts';

const followUp = { ownerId: 'UOWNER', backupId: 'UBACKUP' } as FollowUp;
const board = { teamId: 'T1', channelId: 'CBOARD' };
const withLead = { board, boardLeadId: 'ULEAD' } as BoardSettings;
const withoutLead = { board, boardLeadId: null } as BoardSettings;

it.each([
  ['the owner', 'owner', 'UOWNER', withLead, ['backup', 'board-lead']],
  ['an owner who has handed over meanwhile', 'owner', 'UBEFORE', withLead, ['owner', 'board-lead']],
  ['the backup', 'backup', 'UBACKUP', withLead, ['board-lead']],
  ['the channel', 'channel', 'CBOARD', withLead, ['board-lead']],
  ['the lead', 'board-lead', 'ULEAD', withLead, ['channel']],
  ['the owner, of a board without a lead', 'owner', 'UOWNER', withoutLead, ['backup', 'channel']],
  ['the backup, of a board without a lead', 'backup', 'UBACKUP', withoutLead, ['channel']],
  ['the channel, of a board without a lead', 'channel', 'CBOARD', withoutLead, ['owner']],
] as const)(
  'of %s that cannot be reached, others hear: nobody who could not be reached',
  (_, role, to, settings, told) => {
    expect(toldInstead(role, to, followUp, settings)).toEqual(told);
  },
);

it('of an owner who leads the board the backup hears, and the channel where the lead would', () => {
  const leading = { ...withLead, boardLeadId: 'UOWNER' };
  expect(toldInstead('board-lead', 'UOWNER', followUp, leading)).toEqual(['channel']);
  expect(toldInstead('owner', 'UOWNER', followUp, leading)).toEqual(['backup']);
});
