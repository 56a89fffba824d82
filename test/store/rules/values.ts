import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { insertFollowUp, listFollowUps } from '../../../src/store/follow-ups.ts';
import type { Rig } from '../contract.ts';
import { board, fullFollowUp } from '../records.ts';

export function valueRules({ store }: Rig): void {
  describe('values', () => {
    const write = (change: object) =>
      store().transaction((tx) => insertFollowUp(tx, { ...fullFollowUp, ...change }));

    it.each([
      ['a Date as the first value', { id: new Date(0) }],
      ['a Date as a later value', { createdAtMs: new Date(0) }],
      ['true', { windowDays: true }],
      ['an object', { bodySite: {} }],
      ['NaN', { windowDays: Number.NaN }],
      ['infinity', { windowDays: Number.POSITIVE_INFINITY }],
      ['text with a NUL character', { bodySite: 'chest\0neck' }],
    ])('refuses %s, and stores nothing', async (_name, change) => {
      await expect(write(change)).rejects.toThrow(/^A store takes text/);
      expect(await listFollowUps(store().db, board)).toEqual([]);
    });

    it.each([
      ['a fraction where an integer belongs', { windowDays: 1.5 }],
      ['text where an integer belongs', { windowDays: 'many' }],
      ['nothing where something belongs', { ownerId: null }],
    ])('refuses %s', async (_name, change) => {
      await expect(write(change)).rejects.toThrow();
      expect(await listFollowUps(store().db, board)).toEqual([]);
    });

    it('refuses a value that is missing where SQL is written by hand', async () => {
      const raw = sql`select ${undefined} as first, ${1} as second`;
      await expect(raw.execute(store().db)).rejects.toThrow(/^A store takes text/);
    });

    it('come back from a refusal without the text that was refused', async () => {
      await expect(write({ bodySite: 'Mrs Secret\0' })).rejects.not.toThrow(/Secret/);
    });

    it('gives integers back as numbers, up to the largest safe one', async () => {
      await write({ createdAtMs: Number.MAX_SAFE_INTEGER });
      const [kept] = await listFollowUps(store().db, board);
      expect(kept?.createdAtMs).toBe(Number.MAX_SAFE_INTEGER);
      const count = await store()
        .db.selectFrom('followUp')
        .select((column) => column.fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      expect(count.count).toBe(1);
    });

    it('orders text by its bytes, whatever the language of the server', async () => {
      const codes = ['case-1', 'CASE-2', 'Älter-3', 'BOARD-4'];
      for (const [index, caseCode] of codes.entries()) await write({ id: `f${index}`, caseCode });
      const listed = await listFollowUps(store().db, board);
      expect(listed.map(({ caseCode }) => caseCode)).toEqual(['BOARD-4', 'CASE-2', 'case-1', 'Älter-3']);
    });
  });
}
