import { describe, expect, it } from 'vitest';
import { type ClaimFlag, mostOpenFlags } from '../../../src/evidence/curation/curation-records.ts';
import {
  decideFlag,
  flagClaim,
  listDecidedFlags,
  listOpenFlags,
} from '../../../src/store/curation/claim-flags.ts';
import { approveEntry, listApprovals } from '../../../src/store/curation/claim-reviews.ts';
import { countUp, readCurationState } from '../../../src/store/curation/curation-state.ts';
import { listFlagNews, returnFlagNews, takeFlagNews } from '../../../src/store/curation/flag-news.ts';
import { purge } from '../../../src/store/purge.ts';
import { rekey } from '../../../src/store/sealing/rekey.ts';
import type { Rig } from '../contract.ts';

const atMs = 1_795_430_000_000;
const flag: ClaimFlag = {
  ...{ id: 'f1', teamId: 'T1', userId: 'U1', claimId: 'a-claim', contentHash: '0123456789ab', atMs },
  ...{ reason: 'wrong-figure', note: 'the kiwi unit' },
};
const by = { actor: 'command-line', atMs: atMs + 10 };
const curator = { teamId: 'T2', userId: 'U7' };
const upheld = { outcome: 'upheld', note: 'the kiwi table', atMs: atMs + 1 } as const;

export function flagRules({ store }: Rig): void {
  const keep = (over: Partial<ClaimFlag> = {}) =>
    store().transaction((tx) => flagClaim(tx, { ...flag, ...over }));
  const decide = (flagId = 'f1') => store().transaction((tx) => decideFlag(tx, curator, flagId, upheld));

  describe('flags', () => {
    it('keep all that a person says of a statement, the same only once, with their notes sealed', async () => {
      const kept: ClaimFlag[] = [
        flag,
        { ...flag, id: 'f2', reason: 'outdated', atMs: atMs + 1 },
        { ...flag, id: 'f3', note: 'the kiwi row', atMs: atMs + 2 },
        { ...flag, id: 'f4', note: null, atMs: atMs + 3 },
        { ...flag, id: 'f5', userId: 'U2', note: null, atMs: atMs + 5 },
      ];
      for (const one of kept) expect(await keep(one)).toBe(true);
      expect(await keep({ id: 'again', atMs: atMs + 6 })).toBe(true);
      expect(await keep({ id: 'again', note: null, atMs: atMs + 6 })).toBe(true);
      expect(await listOpenFlags(store().db)).toEqual(kept);
      const rows = await store().db.selectFrom('claimFlag').selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain('kiwi');
    });

    it('of one person are twenty at most; one that is decided makes room, and others have room of their own', async () => {
      for (let at = 0; at < mostOpenFlags; at++)
        expect(await keep({ id: `n${at}`, claimId: `claim-${at}` })).toBe(true);
      expect(await keep({ id: 'over', claimId: 'one-more' })).toBe(false);
      expect(await listOpenFlags(store().db)).toHaveLength(mostOpenFlags);
      expect(await keep({ id: 'again', claimId: 'claim-3' })).toBe(true);
      expect(await keep({ id: 'other', claimId: 'one-more', userId: 'U2' })).toBe(true);
      expect(await keep({ id: 'elsewhere', claimId: 'one-more', teamId: 'T2' })).toBe(true);
      await decide('n0');
      expect(await keep({ id: 'room', claimId: 'one-more' })).toBe(true);
      expect(await keep({ id: 'over', claimId: 'yet-another' })).toBe(false);
    });

    it('are decided once, by whoever comes first', async () => {
      await keep();
      const outcomes = await Promise.all([decide(), decide(), decide()]);
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      expect(await decide('no-such')).toBe(false);
      expect(await listOpenFlags(store().db)).toEqual([]);
      expect(await listDecidedFlags(store().db)).toMatchObject([
        { claimId: 'a-claim', outcome: 'upheld', decidedAtMs: atMs + 1, note: null },
      ]);
      await keep({ id: 'f9', atMs: atMs + 9 });
      expect(await listDecidedFlags(store().db)).toHaveLength(1);
    });

    it('of one person on one statement are decided together, by the last of them, and told once', async () => {
      await keep();
      await keep({ id: 'f2', note: 'and the kiwi row', atMs: atMs + 1 });
      await keep({ id: 'f3', contentHash: 'ba9876543210' });
      await keep({ id: 'f4', userId: 'U2' });
      // Whoever decides by an earlier one has not read the later.
      expect(await decide('f1')).toBe(false);
      expect(await decide('f2')).toBe(true);
      expect(await decide('f2')).toBe(false);
      expect((await listOpenFlags(store().db)).map(({ id }) => id)).toEqual(['f3', 'f4']);
      expect((await listDecidedFlags(store().db)).map(({ id }) => id)).toEqual(['f1', 'f2']);
      expect(await listFlagNews(store())).toMatchObject([{ id: 'f2', note: 'the kiwi table' }]);
      expect(await rekey(store())).toBe(0);
    });

    it('come in the order in which they were said, by a clock that goes back too', async () => {
      await keep({ id: 'z' });
      await keep({ id: 'a', note: 'later', atMs: atMs - 5000 });
      expect((await listOpenFlags(store().db)).map(({ id }) => id)).toEqual(['z', 'a']);
      expect(await decide('a')).toBe(true);
    });

    it('said by one person in one moment are both kept, and the same one once', async () => {
      await Promise.all([keep(), keep({ id: 'f2' }), keep({ id: 'f3', note: 'the kiwi row' })]);
      expect((await listOpenFlags(store().db)).map(({ note }) => note).sort()).toEqual([
        'the kiwi row',
        'the kiwi unit',
      ]);
    });

    it('that were rejected go when their time is over and who set them has been told; upheld ones stay', async () => {
      const rejected = { outcome: 'rejected', note: 'as printed', atMs: atMs + 1 } as const;
      await keep();
      await keep({ id: 'f2', claimId: 'another' });
      await keep({ id: 'f3', claimId: 'a-third' });
      await decide();
      await store().transaction((tx) => decideFlag(tx, curator, 'f2', rejected));
      expect(await purge(store(), 'flags', atMs + 2, by)).toBe(0);
      for (const news of await listFlagNews(store())) await takeFlagNews(store(), news, atMs + 1);
      expect(await purge(store(), 'flags', atMs + 1, by)).toBe(0);
      expect(await purge(store(), 'flags', atMs + 2, by)).toBe(1);
      const left = await store().db.selectFrom('claimFlag').select('id').orderBy('id').execute();
      expect(left).toEqual([{ id: 'f1' }, { id: 'f3' }]);
    });

    it('that are decided make one message, which one process takes, with the curator’s note', async () => {
      await keep();
      expect(await listFlagNews(store())).toEqual([]);
      await decide();
      const [news] = await listFlagNews(store());
      expect(news).toMatchObject({ userId: 'U1', teamId: 'T1', outcome: 'upheld', note: 'the kiwi table' });
      if (!news) throw new Error('nobody to tell');
      const taken = await Promise.all([1, 2, 3].map(() => takeFlagNews(store(), news, atMs)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await listFlagNews(store())).toEqual([]);
      expect(await returnFlagNews(store(), news, atMs + 1)).toBe(false);
      expect(await returnFlagNews(store(), news, atMs)).toBe(true);
      expect(await listFlagNews(store())).toHaveLength(1);
    });

    it('and approvals are counted where every process looks, in one transaction with what they say', async () => {
      expect(await readCurationState(store().db)).toEqual({ changes: 0, reloads: 0 });
      await Promise.all([keep(), keep({ id: 'f2', userId: 'U2' })]);
      await decide();
      await store().transaction((tx) => countUp(tx, 'reloads'));
      expect(await readCurationState(store().db)).toEqual({ changes: 3, reloads: 1 });
      const failing = store().transaction(async (tx) => {
        await flagClaim(tx, { ...flag, id: 'f3' });
        throw new Error('undone');
      });
      await expect(failing).rejects.toThrow('undone');
      expect(await readCurationState(store().db)).toEqual({ changes: 3, reloads: 1 });
    });

    it('are in the audit record with the statement, and without a word that anybody wrote', async () => {
      await keep();
      await decide();
      const rows = await store().db.selectFrom('audit').selectAll().orderBy('number').execute();
      expect(rows).toMatchObject([
        { actor: 'U1', teamId: 'T1', action: 'changed', what: 'flag', outcome: 'flagged' },
        { actor: 'U7', teamId: 'T2', action: 'changed', what: 'flag', outcome: 'upheld' },
      ]);
      expect(rows.every(({ about }) => about === '["a-claim","f1"]')).toBe(true);
      expect(JSON.stringify(rows)).not.toContain('kiwi');
    });
  });

  describe('approvals', () => {
    it('keep the name sealed, the content that was approved and the day', async () => {
      const approval = { entryId: 'a-claim', contentHash: '0123456789ab', by: 'Dr Kiwi' };
      await store().transaction((tx) => approveEntry(tx, curator, approval, { id: 'r1', atMs }));
      expect(await listApprovals(store().db)).toEqual([{ ...approval, on: '2026-11-23' }]);
      const rows = await store().db.selectFrom('claimReview').selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain('Kiwi');
      expect(await rekey(store())).toBe(0);
    });
  });
}
