import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { insertFollowUp, listFollowUps } from '../../../src/store/follow-ups.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { testKeyRing } from '../../support/key-ring.ts';
import type { Rig } from '../contract.ts';
import { withStore } from '../engines.ts';
import { runProcess, runTogether } from '../processes/run-process.ts';
import { board, fullFollowUp } from '../records.ts';

export function migrationRules({ store, databaseUrl, newDatabase }: Rig): void {
  const applied = sql<{ name: string; times: number }>`
    select name, count(*) as times from store_migration group by name order by name`;

  describe('migrations', () => {
    it('are not run again when the store is opened again', async () => {
      await store().transaction((tx) => insertFollowUp(tx, fullFollowUp));
      const before = await applied.execute(store().db);
      await withStore(databaseUrl(), async (again) => {
        expect((await applied.execute(again.db)).rows).toEqual(before.rows);
        expect(await listFollowUps(again.db, board)).toEqual([fullFollowUp]);
      });
    });

    it('run once when six processes open a new database at the same moment', async () => {
      const raced = await newDatabase();
      const open = () => runProcess(new URL('../processes/open-once.ts', import.meta.url), raced);
      const ends = await runTogether(Array.from({ length: 6 }, open));
      expect(ends.map(({ status, stderr }) => ({ status, stderr }))).toEqual(
        ends.map(() => ({ status: 0, stderr: '' })),
      );
      await withStore(raced, async (opened) => {
        const { rows } = await applied.execute(opened.db);
        expect(rows.length).toBeGreaterThan(0);
        expect(rows.filter(({ times }) => times !== 1)).toEqual([]);
      });
    }, 30_000);

    it('of a newer version are refused, and left as they are', async () => {
      await sql`insert into store_migration values ('9999-of-the-future', 1)`.execute(store().db);
      await expect(openStore(databaseUrl(), testKeyRing)).rejects.toThrow(
        /newer IMT Board \(9999-of-the-future\)/,
      );
      const { rows } = await applied.execute(store().db);
      expect(rows.at(-1)).toEqual({ name: '9999-of-the-future', times: 1 });
    });
  });
}
