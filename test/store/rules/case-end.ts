import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { endCase } from '../../../src/store/end-case.ts';
import { holdFollowUps, insertFollowUp } from '../../../src/store/follow-ups.ts';
import { listHistory } from '../../../src/store/history.ts';
import { addOccurrences, insertOccurrences, listOccurrences } from '../../../src/store/occurrences.ts';
import type { Tx } from '../../../src/store/store.ts';
import type { Rig } from '../contract.ts';
import { board, closedOccurrence, fullFollowUp, openOccurrence, otherBoards } from '../records.ts';

const act = { by: 'U9', atMs: 1_802_900_000_000, todayOn: '2027-02-18' };
const next = { ...openOccurrence, id: 'o2', number: 1 };

export function caseEndRules({ engine, store }: Rig): void {
  const end = () => endCase(store(), board, 'CASE-12', act, { changed: () => {} });
  const states = async (followUpId = 'f1') =>
    (await listOccurrences(store().db, board, followUpId)).map(({ closing }) => closing?.state ?? 'open');
  const keep = () =>
    store().transaction(async (tx) => {
      await insertFollowUp(tx, fullFollowUp);
      await insertOccurrences(tx, board, [openOccurrence]);
    });
  /** Reads, takes its time, then adds the next date unless the series was closed when it looked. */
  const extend = async (tx: Tx, looked = () => {}) => {
    await holdFollowUps(tx, engine, board, ['f1']);
    const dates = await listOccurrences(tx, board, 'f1');
    looked();
    await wait(100);
    if (dates.some(({ closing }) => closing === null)) await addOccurrences(tx, board, [next]);
  };

  describe('the end of a case', () => {
    it('closes the open dates of all its follow-ups, and none of another case or board', async () => {
      await keep();
      await store().transaction(async (tx) => {
        await insertOccurrences(tx, board, [{ ...closedOccurrence, id: 'o9', number: 9 }]);
        for (const [id, caseCode] of [
          ['f2', 'CASE-12'],
          ['f3', 'CASE-13'],
        ] as const) {
          await insertFollowUp(tx, { ...fullFollowUp, id, caseCode });
          await insertOccurrences(tx, board, [{ ...openOccurrence, id: `of-${id}`, followUpId: id }]);
        }
        const [other = board] = otherBoards;
        await insertFollowUp(tx, { ...fullFollowUp, id: 'f4', board: other });
        await insertOccurrences(tx, other, [{ ...openOccurrence, id: 'of-f4', followUpId: 'f4' }]);
      });
      expect((await end()).map(({ id }) => id).sort()).toEqual(['o1', 'of-f2']);
      expect([await states(), await states('f2'), await states('f3')]).toEqual([
        ['deceased', 'completed'],
        ['deceased'],
        ['open'],
      ]);
      const [other = board] = otherBoards;
      expect((await listOccurrences(store().db, other, 'f4'))[0]?.closing).toBeNull();
      expect((await listHistory(store().db, board, 'f2')).map(({ action }) => action)).toEqual(['deceased']);
      expect(await end()).toEqual([]);
    });

    it('closes a date too that somebody is adding when it begins', async () => {
      await keep();
      let looked = () => {};
      const adding = new Promise<void>((resolve) => {
        looked = resolve;
      });
      const added = store().transaction((tx) => extend(tx, looked));
      await adding;
      await Promise.all([added, end()]);
      expect(await states()).toEqual(['deceased', 'deceased']);
    });

    it('leaves no open date whoever of many comes first', async () => {
      await keep();
      const adding = () => store().transaction((tx) => extend(tx));
      await Promise.all([adding(), end(), adding(), adding()]);
      expect(await states()).not.toContain('open');
    });
  });
}
