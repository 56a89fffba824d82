import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../../src/followup/follow-up.ts';
import { findBoardSettings, saveBoardSettings } from '../../../src/store/board-settings.ts';
import {
  findFollowUp,
  insertFollowUp,
  listFollowUps,
  listFollowUpsOfCase,
  saveFollowUp,
} from '../../../src/store/follow-ups.ts';
import { appendHistory, listHistory } from '../../../src/store/history.ts';
import {
  findOccurrence,
  insertOccurrences,
  listOccurrences,
  listOpenOccurrences,
  saveOccurrence,
} from '../../../src/store/occurrences.ts';
import { VersionConflict } from '../../../src/store/version-conflict.ts';
import type { Rig } from '../contract.ts';
import {
  board,
  closedOccurrence,
  emptyFollowUp,
  fullFollowUp,
  openOccurrence,
  otherBoards,
  settings,
} from '../records.ts';

export function recordRules({ store }: Rig): void {
  const withOccurrence = () =>
    store().transaction(async (tx) => {
      await insertFollowUp(tx, fullFollowUp);
      await insertOccurrences(tx, board, [openOccurrence]);
    });

  describe('records', () => {
    it.each([
      ['with every field', fullFollowUp],
      ['with no field that may be missing', emptyFollowUp],
    ])('keep a follow-up %s as it was', async (_name, followUp) => {
      await store().transaction((tx) => insertFollowUp(tx, followUp));
      expect(await findFollowUp(store().db, board, 'f1')).toEqual(followUp);
    });

    it.each([
      ['open', openOccurrence],
      ['closed', closedOccurrence],
    ])('keep an %s occurrence as it was', async (_name, occurrence) => {
      await store().transaction(async (tx) => {
        await insertFollowUp(tx, fullFollowUp);
        await insertOccurrences(tx, board, [occurrence]);
      });
      expect(await findOccurrence(store().db, board, 'o1')).toEqual(occurrence);
    });

    it('keep history in the order in which it was written', async () => {
      const entries: HistoryEntry[] = ['added', 'booked', 'closed'].map((action, index) => ({
        followUpId: 'f1',
        occurrenceId: index === 0 ? null : 'o1',
        action,
        by: 'U1',
        atMs: 3 - index,
        changes: [{ field: 'targetOn', from: null, to: '2027-02-23' }],
      }));
      await withOccurrence();
      for (const entry of entries) await store().transaction((tx) => appendHistory(tx, board, [entry]));
      expect(await listHistory(store().db, board, 'f1')).toEqual(entries);
    });

    it('keep the settings of a board', async () => {
      expect(await findBoardSettings(store().db, board)).toBeUndefined();
      const first = await store().transaction((tx) => saveBoardSettings(tx, settings));
      expect(first).toEqual({ ...settings, version: 1 });
      const second = await store().transaction((tx) => saveBoardSettings(tx, { ...first, sendAt: '10:00' }));
      expect(await findBoardSettings(store().db, board)).toEqual(second);
      expect(second).toEqual({ ...settings, sendAt: '10:00', version: 2 });
    });

    it('list the occurrences of a series in its order, and the open ones by date', async () => {
      await store().transaction(async (tx) => {
        await insertFollowUp(tx, fullFollowUp);
        await insertOccurrences(tx, board, [
          { ...openOccurrence, id: 'c', number: 2, targetOn: '2027-03-01' },
          { ...openOccurrence, id: 'b', number: 1, targetOn: '2027-08-23' },
          { ...closedOccurrence, id: 'a', number: 0 },
        ]);
      });
      const ids = (occurrences: { id: string }[]) => occurrences.map(({ id }) => id);
      expect(ids(await listOccurrences(store().db, board, 'f1'))).toEqual(['a', 'b', 'c']);
      expect(ids(await listOpenOccurrences(store().db, board))).toEqual(['c', 'b']);
    });

    it('find the follow-ups of one case', async () => {
      await store().transaction(async (tx) => {
        await insertFollowUp(tx, fullFollowUp);
        await insertFollowUp(tx, { ...fullFollowUp, id: 'f2', caseCode: 'CASE-1' });
      });
      expect(await listFollowUpsOfCase(store().db, board, 'CASE-1')).toMatchObject([{ id: 'f2' }]);
    });

    it('refuse a second occurrence of the same number in a series', async () => {
      await withOccurrence();
      const again = { ...openOccurrence, id: 'o2' };
      await expect(store().transaction((tx) => insertOccurrences(tx, board, [again]))).rejects.toThrow();
    });
  });

  describe('two people who change the same record', () => {
    it('have one winner: the other is told so, and nothing of theirs is kept', async () => {
      await withOccurrence();
      const press = (by: string) =>
        store().transaction(async (tx) => {
          const done = { ...closedOccurrence, reviewedBy: by };
          const saved = await saveOccurrence(tx, board, done);
          const entry = { followUpId: 'f1', occurrenceId: 'o1', action: 'done', by, atMs: 1, changes: [] };
          await appendHistory(tx, board, [entry]);
          return saved;
        });
      const presses = await Promise.allSettled([press('U1'), press('U2'), press('U3')]);
      const won = presses.filter((one) => one.status === 'fulfilled').map(({ value }) => value);
      const lost = presses.filter((one) => one.status === 'rejected').map(({ reason }) => reason);
      expect(won).toHaveLength(1);
      expect(lost).toEqual([expect.any(VersionConflict), expect.any(VersionConflict)]);
      expect(await findOccurrence(store().db, board, 'o1')).toEqual(won[0]);
      expect(won[0]?.version).toBe(2);
      expect(await listHistory(store().db, board, 'f1')).toHaveLength(1);
    });

    it('conflict on a follow-up too, and on first settings', async () => {
      await withOccurrence();
      const save = (windowDays: number) =>
        store().transaction((tx) => saveFollowUp(tx, { ...fullFollowUp, windowDays }));
      expect(await save(7)).toEqual({ ...fullFollowUp, windowDays: 7, version: 2 });
      await expect(save(8)).rejects.toThrow(VersionConflict);
      const firstSettings = () => store().transaction((tx) => saveBoardSettings(tx, settings));
      await firstSettings();
      await expect(firstSettings()).rejects.toThrow(VersionConflict);
    });

    it('never change who created a follow-up, and when', async () => {
      await withOccurrence();
      const forged = { ...fullFollowUp, createdBy: 'U8', createdAtMs: 1 };
      await store().transaction((tx) => saveFollowUp(tx, forged));
      const { createdBy, createdAtMs } = fullFollowUp;
      expect(await findFollowUp(store().db, board, 'f1')).toMatchObject({ createdBy, createdAtMs });
    });
  });

  describe.each(otherBoards)('the board $teamId/$channelId', (other) => {
    it('reads nothing of another board', async () => {
      await withOccurrence();
      await store().transaction((tx) => saveBoardSettings(tx, settings));
      const { db } = store();
      expect(await findFollowUp(db, other, 'f1')).toBeUndefined();
      expect(await listFollowUps(db, other)).toEqual([]);
      expect(await listFollowUpsOfCase(db, other, 'CASE-12')).toEqual([]);
      expect(await findOccurrence(db, other, 'o1')).toBeUndefined();
      expect(await listOccurrences(db, other, 'f1')).toEqual([]);
      expect(await listOpenOccurrences(db, other)).toEqual([]);
      expect(await listHistory(db, other, 'f1')).toEqual([]);
      expect(await findBoardSettings(db, other)).toBeUndefined();
    });

    it('changes nothing of another board', async () => {
      await withOccurrence();
      const tries: (() => Promise<unknown>)[] = [
        () => store().transaction((tx) => saveFollowUp(tx, { ...fullFollowUp, board: other })),
        () => store().transaction((tx) => saveOccurrence(tx, other, closedOccurrence)),
        () =>
          store().transaction((tx) =>
            insertOccurrences(tx, other, [{ ...openOccurrence, id: 'o2', number: 1 }]),
          ),
        () =>
          store().transaction((tx) =>
            appendHistory(tx, other, [
              { followUpId: 'f1', occurrenceId: null, action: 'added', by: 'U1', atMs: 1, changes: [] },
            ]),
          ),
      ];
      for (const one of tries) await expect(one()).rejects.toThrow();
      expect(await findFollowUp(store().db, board, 'f1')).toEqual(fullFollowUp);
      expect(await listOccurrences(store().db, board, 'f1')).toEqual([openOccurrence]);
      expect(await listHistory(store().db, board, 'f1')).toEqual([]);
    });
  });
}
