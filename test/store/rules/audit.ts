import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { appendAudit } from '../../../src/store/audit/append-audit.ts';
import type { AuditEntry, AuditRow } from '../../../src/store/audit/audit-entry.ts';
import { listAudit } from '../../../src/store/audit/list-audit.ts';
import { purgeAudit } from '../../../src/store/audit/purge-audit.ts';
import { verifyAudit } from '../../../src/store/audit/verify-audit.ts';
import type { Rig } from '../contract.ts';
import { withStore } from '../engines.ts';

const entry = (atMs: number): AuditEntry => ({
  atMs,
  actor: 'U1',
  teamId: 'T1',
  channelId: 'C1',
  action: 'asked',
  what: '/imt',
  about: ['guo-2024.c1', 'guo-2024.c2'],
  outcome: 'shown',
  knowledgeVersion: 'abc123',
});
const by = { actor: 'command-line', atMs: 9_000 };

export function auditRules({ store, databaseUrl }: Rig): void {
  const fill = (count: number) =>
    store().transaction((tx) =>
      appendAudit(
        tx,
        Array.from({ length: count }, (_, at) => entry(at)),
      ),
    );
  const verdict = () => store().transaction((tx) => verifyAudit(tx));
  const rows = async () => {
    const all: AuditRow[] = [];
    for await (const row of listAudit(store().db)) all.push(row);
    return all;
  };
  const alter = (statement: string) => sql.raw(statement).execute(store().db);

  describe('the audit record', () => {
    it('is intact when nothing has been written, and whatever number of rows is', async () => {
      expect(await verdict()).toMatchObject({ intact: true, rows: 0 });
      await fill(3);
      await fill(2_500);
      expect(await verdict()).toMatchObject({ intact: true, rows: 2_503, lastNumber: 2_503 });
    });

    it('keeps what was said, in its order', async () => {
      await fill(2);
      const [first, second] = await rows();
      const { about, ...rest } = entry(0);
      expect(first).toMatchObject({ ...rest, number: 1, about: JSON.stringify(about) });
      expect(second).toMatchObject({ number: 2, atMs: 1 });
    });

    it.each([
      ['a changed actor', `update audit set actor = 'U2' where number = 3`, 'row 3 was altered'],
      ['a changed time', 'update audit set at_ms = 77 where number = 5', 'row 5 was altered'],
      [
        'a changed list of what was shown',
        `update audit set about = '[]' where number = 1`,
        'row 1 was altered',
      ],
      ['a changed hash', `update audit set hash = 'aa' where number = 2`, 'row 2 was altered'],
      ['a removed row', 'delete from audit where number = 3', 'row 3 was removed'],
      ['several removed rows', 'delete from audit where number in (2, 3)', 'rows 2 to 3 were removed'],
      ['a removed first row', 'delete from audit where number = 1', 'row 1 was removed'],
      ['a removed last row', 'delete from audit where number = 5', 'ends with row 4, and 5 were written'],
      ['a record that was emptied', 'delete from audit', 'ends with row 0, and 5 were written'],
      [
        'a head that was altered',
        `update audit_head set sealed = '1.AAAA'`,
        'head of the record was altered',
      ],
      ['a head that was removed', 'delete from audit_head', 'the head of the record is gone'],
    ])('shows %s', async (_, statement, problem) => {
      await fill(5);
      await alter(statement);
      expect(await verdict()).toEqual({ intact: false, problem: expect.stringContaining(problem) });
    });

    it('shows a row that was written without the key, even with a hash that fits', async () => {
      await fill(2);
      await alter(
        `insert into audit select 3, at_ms, actor, team_id, channel_id, action, what, about, outcome, knowledge_version, hash from audit where number = 2`,
      );
      expect(await verdict()).toMatchObject({ intact: false });
    });

    it('does not grow a new head over rows whose head was taken away', async () => {
      await fill(2);
      await alter('delete from audit_head');
      await withStore(databaseUrl(), async (again) => {
        expect(await again.transaction((tx) => verifyAudit(tx))).toMatchObject({ intact: false });
      });
    });

    it('loses no entry and repeats no number when many write at once', async () => {
      await Promise.all(Array.from({ length: 20 }, () => fill(5)));
      expect(await verdict()).toMatchObject({ intact: true, rows: 100, lastNumber: 100 });
    });

    it('keeps nothing of a transaction that fails', async () => {
      await expect(
        store().transaction(async (tx) => {
          await appendAudit(tx, [entry(1)]);
          throw new Error('after all not');
        }),
      ).rejects.toThrow('after all not');
      expect(await verdict()).toMatchObject({ intact: true, rows: 0 });
    });

    it('can be purged from its old end, says so itself, and stays verifiable', async () => {
      await fill(10);
      expect(await store().transaction((tx) => purgeAudit(tx, 4, by))).toBe(4);
      expect((await rows()).map(({ number }) => number)).toEqual([5, 6, 7, 8, 9, 10, 11]);
      expect((await rows()).at(-1)).toMatchObject({ action: 'purged', actor: 'command-line' });
      expect(await verdict()).toMatchObject({ intact: true, firstNumber: 5, lastNumber: 11 });
      await alter('delete from audit where number = 5');
      expect(await verdict()).toMatchObject({ intact: false, problem: 'row 5 was removed' });
    });

    it('writes nothing when there is nothing to purge, and can be purged to its last row', async () => {
      await fill(3);
      expect(await store().transaction((tx) => purgeAudit(tx, 0, by))).toBe(0);
      expect(await rows()).toHaveLength(3);
      expect(await store().transaction((tx) => purgeAudit(tx, 100, by))).toBe(3);
      expect((await rows()).map(({ number }) => number)).toEqual([4]);
      expect(await verdict()).toMatchObject({ intact: true, firstNumber: 4, lastNumber: 4 });
    });
  });
}
