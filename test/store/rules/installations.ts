import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { claimDue } from '../../../src/store/claim-due.ts';
import { listDeliveries } from '../../../src/store/deliveries.ts';
import { createInstallations } from '../../../src/store/installations/create-installations.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { parseKeyRing } from '../../../src/store/sealing/key-ring.ts';
import { rekey } from '../../../src/store/sealing/rekey.ts';
import { markRetry } from '../../../src/store/settle-delivery.ts';
import type { Store } from '../../../src/store/store.ts';
import { testKeys } from '../../support/key-ring.ts';
import type { Rig } from '../contract.ts';
import { withStore } from '../engines.ts';
import { board, writeDueReminders } from '../records.ts';

const content = '{"bot":{"token":"xoxb-CANARY"}}';
const given = { content, expiresAtMs: 43_200_000 };
const newerRing = parseKeyRing(`2:${Buffer.alloc(32, 'a newer key').toString('base64')},${testKeys}`);

export function installationRules({ engine, store, databaseUrl }: Rig): void {
  const clock = { machineMs: 1_000 };
  let ids = 0;
  const inStore = (one: Store) =>
    createInstallations({
      ...{ store: one, nowMs: () => 5_000, machineMs: () => clock.machineMs },
      newId: () => `v${++ids}`,
    });

  describe('an installation', () => {
    it('is found as it was kept, by the first id that has one', async () => {
      const installations = inStore(store());
      await installations.save('T1', given);
      await installations.save('E1', { content: '{}', expiresAtMs: null });
      expect(await installations.find(['T1', 'E1'])).toMatchObject({
        id: 'T1',
        ...given,
        installedAtMs: 1_000,
      });
      expect(await installations.find(['E1', 'T1'])).toMatchObject({ id: 'E1', expiresAtMs: null });
      expect(await installations.find(['T2', 'E1'])).toMatchObject({ id: 'E1' });
      expect(await installations.find(['T2'])).toBeUndefined();
      expect(await installations.count()).toBe(2);
    });

    it('is sealed: its token stands nowhere, and opens in no other row', async () => {
      const installations = inStore(store());
      await installations.save('T1', given);
      await installations.save('T2', { content: '{}', expiresAtMs: null });
      const { rows } = await sql`select * from installation`.execute(store().db);
      expect(rows).toHaveLength(2);
      expect(JSON.stringify(rows)).not.toContain('CANARY');
      await sql`update installation set content = (select content from installation where team_id = 'T1') where team_id = 'T2'`.execute(
        store().db,
      );
      await expect(installations.find(['T2'])).rejects.toThrow('was altered, or moved');
    });

    it('is sealed anew with the others when the key changes', async () => {
      await inStore(store()).save('T1', given);
      const opened = await openStore(databaseUrl(), newerRing);
      try {
        expect(await rekey(opened)).toBe(1);
        expect(await inStore(opened).find(['T1'])).toMatchObject(given);
        const { rows } = await sql<{ content: string }>`select content from installation`.execute(opened.db);
        expect(rows[0]?.content).toMatch(/^2\./);
      } finally {
        await opened.close();
      }
    });

    it('is replaced by the next one of the same place, and gone when it is erased', async () => {
      const installations = inStore(store());
      await installations.save('T1', given);
      await installations.save('T1', { content: 'next', expiresAtMs: null });
      expect(await installations.find(['T1'])).toMatchObject({ content: 'next' });
      expect(await installations.count()).toBe(1);
      expect(await installations.erase('T1')).toBe(true);
      expect(await installations.erase('T1')).toBe(false);
      expect((await sql`select * from installation`.execute(store().db)).rows).toEqual([]);
    });

    it('of an organisation is known by its workspaces, also once it was erased', async () => {
      const installations = inStore(store());
      await installations.save('E1', given);
      await installations.noteOrganisation('T7', 'E1');
      await installations.noteOrganisation('T7', 'E1');
      await installations.erase('E1');
      expect(await installations.organisationOf('T7')).toBe('E1');
      await installations.erase('T7');
      expect(await installations.organisationOf('T7')).toBeUndefined();
    });

    it('makes what could not be sent there due again, and nothing that waits for its day', async () => {
      await store().transaction((tx) => writeDueReminders(tx, 'f', 3, 1_000));
      await store().transaction((tx) => writeDueReminders(tx, 'later', 1, 800_000));
      const claims = await claimDue(store(), 2_000, 2, 60_000);
      const failed = { nextAttemptAtMs: 900_000, failure: 'not_installed' };
      await store().transaction(async (tx) => {
        for (const claim of claims) await markRetry(tx, claim, failed);
      });
      const waitingUntil = async () => {
        const { rows } = await sql<{
          at: number;
        }>`select next_attempt_at_ms as at from outbox order by at`.execute(store().db);
        return rows.map(({ at }) => at);
      };
      expect(await waitingUntil()).toEqual([1_002, 800_000, 900_000, 900_000]);
      await inStore(store()).save('T-of-others', given);
      expect(await waitingUntil()).toEqual([1_002, 800_000, 900_000, 900_000]);
      await inStore(store()).save(board.teamId, given);
      expect(await waitingUntil()).toEqual([1_002, 5_000, 5_000, 800_000]);
      expect(await listDeliveries(store().db, board, 'f-0')).toHaveLength(1);
    });
  });

  describe('the renewal of a token', () => {
    it('belongs to one of all who ask, until its time is over', async () => {
      await withStore(databaseUrl(), async (other) => {
        const both = [store(), engine === 'postgres' ? other : store()].map(inStore);
        await both[0]?.save('T1', given);
        const record = await both[0]?.find(['T1']);
        if (!record) throw new Error('nothing was kept');
        const claims = () =>
          Promise.all([...both, ...both].map((one) => one.claimRenewal(record, clock.machineMs + 30_000)));
        expect((await claims()).filter(Boolean)).toHaveLength(1);
        expect((await claims()).filter(Boolean)).toHaveLength(0);
        clock.machineMs += 30_000;
        expect((await claims()).filter(Boolean)).toHaveLength(1);
      });
    });

    it('writes nothing when the app was removed or installed again meanwhile', async () => {
      const installations = inStore(store());
      await installations.save('T1', given);
      const before = await installations.find(['T1']);
      if (!before) throw new Error('nothing was kept');
      await installations.erase('T1');
      expect(await installations.renew(before, { content: 'renewed', expiresAtMs: 1 })).toBe(false);
      expect(await installations.find(['T1'])).toBeUndefined();
      await installations.save('T1', { content: 'installed again', expiresAtMs: null });
      expect(await installations.renew(before, { content: 'renewed', expiresAtMs: 1 })).toBe(false);
      const again = await installations.find(['T1']);
      expect(again).toMatchObject({ content: 'installed again' });
      expect(again && (await installations.renew(again, { content: 'renewed', expiresAtMs: 1 }))).toBe(true);
      expect(await installations.find(['T1'])).toMatchObject({ content: 'renewed', expiresAtMs: 1 });
    });
  });
}
