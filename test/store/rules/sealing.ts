import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Act } from '../../../src/followup/act.ts';
import { verifyAudit } from '../../../src/store/audit/verify-audit.ts';
import { endCase } from '../../../src/store/end-case.ts';
import {
  findFollowUp,
  insertFollowUp,
  listFollowUps,
  listFollowUpsOfCase,
} from '../../../src/store/follow-ups.ts';
import { appendHistory, listHistory } from '../../../src/store/history.ts';
import { findOccurrence, insertOccurrences } from '../../../src/store/occurrences.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { eraseCase } from '../../../src/store/purge.ts';
import { type KeyRing, parseKeyRing } from '../../../src/store/sealing/key-ring.ts';
import { rekey } from '../../../src/store/sealing/rekey.ts';
import type { Store } from '../../../src/store/store.ts';
import { testKeys } from '../../support/key-ring.ts';
import type { Rig } from '../contract.ts';
import { board, closedOccurrence, fullFollowUp } from '../records.ts';

const newKey = `2:${Buffer.alloc(32, 'a newer key').toString('base64')}`;
const rings = {
  older: parseKeyRing(testKeys),
  both: parseKeyRing(`${newKey},${testKeys}`),
  newer: parseKeyRing(newKey),
  wrong: parseKeyRing(`1:${Buffer.alloc(32, 'not that key').toString('base64')}`),
};
const witness = 'a colleague in Rome';
const closed = {
  ...closedOccurrence,
  closing: closedOccurrence.closing && { ...closedOccurrence.closing, witness },
};
const entry = {
  followUpId: 'f1',
  occurrenceId: 'o1',
  action: 'edited',
  by: 'U1',
  atMs: 1,
  changes: [{ field: 'reportReference', from: null, to: 'R-7' }],
};
/** What must be found in no table: the code, the note of the day, where the proof is, who vouches. */
const sealedTexts = ['CASE-12', 'end of radiotherapy', 'R-7', witness];

export function sealingRules({ store, databaseUrl }: Rig): void {
  const fill = () =>
    store().transaction(async (tx) => {
      await insertFollowUp(tx, fullFollowUp);
      await insertOccurrences(tx, board, [closed]);
      await appendHistory(tx, board, [entry]);
    });
  const withRing = async <T>(ring: KeyRing, work: (opened: Store) => Promise<T>) => {
    const opened = await openStore(databaseUrl(), ring);
    try {
      return await work(opened);
    } finally {
      await opened.close();
    }
  };
  const content = async ({ db }: Store) => [
    await findFollowUp(db, board, 'f1'),
    await findOccurrence(db, board, 'o1'),
    await listHistory(db, board, 'f1'),
    await listFollowUpsOfCase(db, board, 'CASE-12'),
  ];
  const whole = [fullFollowUp, closed, [entry], [fullFollowUp]];

  describe('sealed columns', () => {
    it('hold case codes, notes, references and reasons, and none of them in clear', async () => {
      await fill();
      expect(await content(store())).toEqual(whole);
      for (const table of ['follow_up', 'occurrence', 'history']) {
        const { rows } = await sql`select * from ${sql.table(table)}`.execute(store().db);
        expect(rows).toHaveLength(1);
        for (const text of sealedTexts) expect(JSON.stringify(rows)).not.toContain(text);
      }
    });

    it('do not open in the row of another record', async () => {
      await fill();
      await store().transaction((tx) =>
        insertFollowUp(tx, { ...fullFollowUp, id: 'f2', caseCode: 'CASE-99' }),
      );
      await sql`update follow_up set case_code = (select case_code from follow_up where id = 'f2') where id = 'f1'`.execute(
        store().db,
      );
      await expect(findFollowUp(store().db, board, 'f1')).rejects.toThrow('was altered, or moved');
    });
  });

  describe('the keys', () => {
    it.each([
      ['that is another one', rings.wrong, 'its key 1 is missing or another one'],
      ['that is not there', rings.newer, 'its key 1 is missing or another one'],
    ])('stop the start for a key %s, and nothing is written', async (_, ring, reason) => {
      await fill();
      const rows = () => sql`select * from seal_canary`.execute(store().db);
      const before = (await rows()).rows;
      await expect(openStore(databaseUrl(), ring)).rejects.toThrow(reason);
      expect((await rows()).rows).toEqual(before);
    });

    it('change without a stop: both open, and what is changed is sealed by the first', async () => {
      await fill();
      await withRing(rings.both, async (opened) => {
        expect(await content(opened)).toEqual(whole);
        await opened.transaction((tx) => insertFollowUp(tx, { ...fullFollowUp, id: 'f2' }));
        const ofCase = await listFollowUpsOfCase(opened.db, board, 'CASE-12');
        expect(ofCase.map(({ id }) => id)).toEqual(['f1', 'f2']);
      });
    });

    it('are still all asked for before everything is sealed anew, and only the first after', async () => {
      await fill();
      await withRing(rings.both, async () => {});
      await expect(openStore(databaseUrl(), rings.newer)).rejects.toThrow('its key 1 is missing');
      expect(await withRing(rings.both, rekey)).toBe(3);
      expect(await withRing(rings.both, rekey)).toBe(0);
      expect(await withRing(rings.newer, content)).toEqual(whole);
      // The audit record goes on under it, too: without its head nothing could be changed any more.
      await withRing(rings.newer, async (opened) => {
        await opened.transaction((tx) => appendHistory(tx, board, [{ ...entry, atMs: 2 }]));
        expect(await opened.transaction(verifyAudit)).toMatchObject({ intact: true, lastNumber: 2 });
      });
      await expect(openStore(databaseUrl(), rings.older)).rejects.toThrow('its key 2 is missing');
    });

    it('of a process that others left behind let it say nothing is there only of what it can read', async () => {
      await fill();
      expect(await listFollowUpsOfCase(store().db, board, 'CASE-77')).toEqual([]);
      await withRing(rings.both, rekey);
      for (const caseCode of ['CASE-12', 'CASE-77'])
        await expect(listFollowUpsOfCase(store().db, board, caseCode)).rejects.toThrow(
          'nothing was changed. Tell whoever runs the app: the store was sealed with key 2',
        );
      await expect(listFollowUps(store().db, board)).rejects.toThrow('Tell whoever runs the app');
      const act: Act = { by: 'U1', atMs: 1, todayOn: '2026-11-23' };
      await expect(endCase(store(), board, 'CASE-12', act, { changed: () => {} })).rejects.toThrow(
        'nothing was changed',
      );
      await expect(eraseCase(store(), board, 'CASE-12', { actor: 'U1', atMs: 1 })).rejects.toThrow(
        'nothing was changed',
      );
    });

    it('of a process that can read half of a case are not enough for what it has', async () => {
      await fill();
      await withRing(rings.both, (opened) =>
        opened.transaction((tx) => insertFollowUp(tx, { ...fullFollowUp, id: 'f2' })),
      );
      await expect(listFollowUpsOfCase(store().db, board, 'CASE-12')).rejects.toThrow('sealed with key 2');
    });

    it('that seal once more after all was sealed anew are asked for at the next start', async () => {
      await fill();
      await withRing(rings.both, rekey);
      await expect(withRing(rings.newer, content)).resolves.toEqual(whole);
      // Left behind with the older key alone.
      await store().transaction((tx) => insertFollowUp(tx, { ...fullFollowUp, id: 'f2' }));
      await expect(openStore(databaseUrl(), rings.newer)).rejects.toThrow('its key 1 is missing');
      expect(await withRing(rings.both, rekey)).toBe(1);
      const ofCase = await withRing(rings.newer, ({ db }) => listFollowUpsOfCase(db, board, 'CASE-12'));
      expect(ofCase.map(({ id }) => id).sort()).toEqual(['f1', 'f2']);
    });

    it('find a case with one statement, and ask a second only of a case that is not there', async () => {
      await fill();
      const asked: number[] = [];
      const counted = Object.assign(
        store().db.withPlugin({
          transformQuery: ({ node }) => node,
          transformResult: async ({ result }) => {
            asked.push(result.rows.length);
            return result;
          },
        }),
        { sealing: store().db.sealing },
      );
      await listFollowUpsOfCase(counted, board, 'CASE-12');
      expect(asked).toHaveLength(1);
      await listFollowUpsOfCase(counted, board, 'CASE-77');
      expect(asked).toHaveLength(3);
    });

    it('seal anew in batches, without end or loss', { timeout: 60_000 }, async () => {
      await store().transaction(async (tx) => {
        for (let number = 0; number < 1_203; number++)
          await insertFollowUp(tx, { ...fullFollowUp, id: `f${number}` });
      });
      expect(await withRing(rings.both, rekey)).toBe(1_203);
      const ofCase = await withRing(rings.newer, ({ db }) => listFollowUpsOfCase(db, board, 'CASE-12'));
      expect(ofCase).toHaveLength(1_203);
    });
  });
}
