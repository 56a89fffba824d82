import { describe, expect, it } from 'vitest';
import { findFollowUp, insertFollowUp, saveFollowUp } from '../../../src/store/follow-ups.ts';
import type { Rig } from '../contract.ts';
import { board, fullFollowUp } from '../records.ts';

export function transactionRules({ store }: Rig): void {
  describe('a transaction', () => {
    it('that rejects leaves nothing behind', async () => {
      const work = store().transaction(async (tx) => {
        await insertFollowUp(tx, fullFollowUp);
        throw new Error('changed my mind');
      });
      await expect(work).rejects.toThrow('changed my mind');
      expect(await findFollowUp(store().db, board, 'f1')).toBeUndefined();
    });

    it('reads what it wrote', async () => {
      const read = await store().transaction(async (tx) => {
        await insertFollowUp(tx, fullFollowUp);
        return findFollowUp(tx, board, 'f1');
      });
      expect(read).toEqual(fullFollowUp);
    });

    it('refuses a second one inside it at once, and does not wait for itself', async () => {
      const nested = store().transaction(() => store().transaction((tx) => insertFollowUp(tx, fullFollowUp)));
      await expect(nested).rejects.toThrow('A transaction inside a transaction');
      await store().transaction((tx) => insertFollowUp(tx, fullFollowUp));
    }, 2_000);

    it('refuses a read beside it at once, and does not wait for itself', async () => {
      const beside = store().transaction(async () => findFollowUp(store().db, board, 'f1'));
      await expect(beside).rejects.toThrow('The store inside a transaction');
      expect(await findFollowUp(store().db, board, 'f1')).toBeUndefined();
    }, 2_000);

    it('waits for the others, so that twenty at once all count', async () => {
      await store().transaction((tx) => insertFollowUp(tx, { ...fullFollowUp, windowDays: 0 }));
      const raise = (): Promise<unknown> =>
        store()
          .transaction(async (tx) => {
            const kept = await findFollowUp(tx, board, 'f1');
            if (kept) await saveFollowUp(tx, { ...kept, windowDays: kept.windowDays + 1 });
          })
          .catch(raise);
      await Promise.all(Array.from({ length: 20 }, raise));
      expect(await findFollowUp(store().db, board, 'f1')).toMatchObject({ windowDays: 20, version: 21 });
    });
  });
}
