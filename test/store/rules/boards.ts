import { describe, expect, it } from 'vitest';
import type { Board, BoardEntry, FollowUp, Occurrence } from '../../../src/followup/follow-up.ts';
import { countMessagesSent, listBoardOccurrences } from '../../../src/store/board-dates.ts';
import { appendBoardHistory, listBoardHistory } from '../../../src/store/board-history.ts';
import { saveBoardSettings } from '../../../src/store/board-settings.ts';
import { claimDue } from '../../../src/store/claim-due.ts';
import { insertFollowUp } from '../../../src/store/follow-ups.ts';
import { insertOccurrences } from '../../../src/store/occurrences.ts';
import { listBoardsLedBy, listLate, listOpenOfPerson } from '../../../src/store/open-scans.ts';
import { markSent } from '../../../src/store/settle-delivery.ts';
import type { Rig } from '../contract.ts';
import {
  board,
  closedOccurrence,
  fullFollowUp,
  openOccurrence,
  otherBoards,
  settings,
  writeDueReminders,
} from '../records.ts';

const [sameTeam, otherTeam] = otherBoards as [Board, Board];

export function boardRules({ store }: Rig): void {
  const keep = (followUp: FollowUp, ...dates: Partial<Occurrence>[]) =>
    store().transaction(async (tx) => {
      await insertFollowUp(tx, followUp);
      await insertOccurrences(
        tx,
        followUp.board,
        dates.map((facts, number) => ({
          ...openOccurrence,
          ...{ id: `${followUp.id}-${number}`, followUpId: followUp.id, number },
          ...facts,
        })),
      );
    });
  const followUp = (id: string, facts: Partial<FollowUp> = {}): FollowUp => ({
    ...fullFollowUp,
    id,
    ...facts,
  });
  const { closing } = closedOccurrence;

  describe('boards', () => {
    it('have a history of their own, in the order in which it was written', async () => {
      const entries: BoardEntry[] = ['U1', 'U2', 'U3'].map((by) => ({
        ...{ action: 'settings', by, atMs: 1_795_430_000_123 },
        changes: [{ field: 'lead', from: null, to: by }],
      }));
      for (const entry of entries) await store().transaction((tx) => appendBoardHistory(tx, board, entry));
      expect(await listBoardHistory(store().db, board)).toEqual(entries);
      for (const other of otherBoards) expect(await listBoardHistory(store().db, other)).toEqual([]);
    });

    it('give every date, open and closed, and no other board’s', async () => {
      await keep(followUp('b'), {}, { closing });
      await keep(followUp('a'), {});
      await keep(followUp('c', { board: sameTeam }), {});
      expect((await listBoardOccurrences(store().db, board)).map(({ id }) => id)).toEqual([
        'a-0',
        'b-0',
        'b-1',
      ]);
    });

    it('count the messages that were sent about each date, and not those that wait', async () => {
      await store().transaction((tx) => writeDueReminders(tx, 'f', 3, 1_000));
      for (const claim of await claimDue(store(), 2_000, 2, 60_000))
        await store().transaction((tx) =>
          markSent(tx, claim, { conversationId: 'D1', messageTs: '1.2', sentAtMs: 1 }),
        );
      expect([...(await countMessagesSent(store().db, board)).values()]).toEqual([1, 1]);
      for (const other of otherBoards) expect((await countMessagesSent(store().db, other)).size).toBe(0);
    });

    it('give what is late: overdue, or booked behind the window, by target date', async () => {
      await keep(
        followUp('f'),
        { targetOn: '2027-02-01', windowDays: 7 },
        { targetOn: '2027-02-02', windowDays: 7, closing },
        { targetOn: '2027-01-01', windowDays: 90 },
        { targetOn: '2027-03-20', windowDays: 7, appointmentOn: '2027-04-20' },
        { targetOn: '2027-03-20', windowDays: 7, appointmentOn: '2027-03-21' },
      );
      await keep(followUp('g', { board: sameTeam }), { targetOn: '2027-02-01' });
      const late = await listLate(store().db, board, '2027-03-10');
      expect(late.map(({ occurrence }) => occurrence.id)).toEqual(['f-0', 'f-3']);
      expect(late[0]?.followUp).toEqual(followUp('f'));
    });
  });

  describe('a person', () => {
    it('has what they own or back up and nobody has closed, on every board of the workspace', async () => {
      await keep(followUp('own'), { targetOn: '2027-03-01' }, { targetOn: '2027-01-01' }, { closing });
      await keep(followUp('backed', { board: sameTeam, ownerId: 'U8', backupId: 'U1' }), {
        targetOn: '2027-02-01',
      });
      await keep(followUp('other', { ownerId: 'U8', backupId: 'U9' }), {});
      await keep(followUp('elsewhere', { board: otherTeam }), {});
      const scans = await listOpenOfPerson(store().db, 'T1', 'U1');
      expect(scans.map(({ occurrence }) => occurrence.id)).toEqual(['own-1', 'backed-0', 'own-0']);
      expect(scans[1]?.followUp.board).toEqual(sameTeam);
    });

    it('leads the boards whose settings name them', async () => {
      expect(await listBoardsLedBy(store().db, 'T1', 'U1')).toEqual([]);
      for (const [led, boardLeadId] of [
        [board, 'U1'],
        [sameTeam, 'U2'],
        [otherTeam, 'U1'],
      ] as const)
        await store().transaction((tx) => saveBoardSettings(tx, { ...settings, board: led, boardLeadId }));
      expect(await listBoardsLedBy(store().db, 'T1', 'U1')).toEqual([board]);
    });
  });
}
