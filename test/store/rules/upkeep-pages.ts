import { describe, expect, it } from 'vitest';
import type { Board } from '../../../src/followup/follow-up.ts';
import { insertFollowUp } from '../../../src/store/follow-ups.ts';
import { insertOccurrences } from '../../../src/store/occurrences.ts';
import type { Reader } from '../../../src/store/store.ts';
import { firstPage, listOpenDates, listSeries, type PageEnd } from '../../../src/store/upkeep-pages.ts';
import type { Rig } from '../contract.ts';
import { board, closedOccurrence, fullFollowUp, openOccurrence, otherBoards } from '../records.ts';

// In no order, the same on each board, and more than one page of them.
const ids = ['m', 'b', 'z', 'a', 'k'];

export function upkeepPageRules({ store }: Rig): void {
  async function fill(): Promise<void> {
    await store().transaction(async (tx) => {
      for (const of of [...otherBoards, board])
        for (const id of ids) {
          await insertFollowUp(tx, { ...fullFollowUp, id, board: of, templateId: null });
          await insertOccurrences(tx, of, [{ ...openOccurrence, id, followUpId: id }]);
        }
    });
  }
  /** Each page of two. */
  async function pages<T>(
    list: (reader: Reader, after: PageEnd, limit: number) => Promise<T[]>,
    keyOf: (row: T) => { board: Board; id: string },
  ): Promise<string[][]> {
    const read: string[][] = [];
    for (let after = firstPage; read.length < 20; ) {
      const keys = (await list(store().db, after, 2)).map(keyOf);
      const last = keys.at(-1);
      if (last === undefined) return read;
      read.push(keys.map((key) => `${key.board.teamId}/${key.board.channelId}/${key.id}`));
      after = { ...last.board, id: last.id };
    }
    throw new Error('the pages do not come to an end');
  }
  const everyOne = [board, ...otherBoards]
    .flatMap(({ teamId, channelId }) => ids.map((id) => `${teamId}/${channelId}/${id}`))
    .sort();

  describe('what the daily upkeep reads page by page', () => {
    it('has each series once, in the order of boards', async () => {
      await fill();
      const read = await pages(listSeries, ({ followUp }) => followUp);
      expect(read.flat()).toEqual(everyOne);
      expect(read.map((page) => page.length)).toEqual([2, 2, 2, 2, 2, 2, 2, 1]);
    });

    it('has each open date once, and no closed one', async () => {
      await fill();
      await store().transaction((tx) =>
        insertOccurrences(tx, board, [{ ...closedOccurrence, id: 'over', followUpId: 'a', number: 1 }]),
      );
      const read = await pages(listOpenDates, (date) => date);
      expect(read.flat()).toEqual(everyOne);
    });
  });
}
