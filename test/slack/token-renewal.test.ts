import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createWorkspaces } from '../../src/create-workspaces.ts';
import type { Installations } from '../../src/installations.ts';
import { createLog } from '../../src/log.ts';
import { createInstallations } from '../../src/store/installations/create-installations.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { engines, type StartedEngine } from '../store/engines.ts';
import { type GridStandIn, startGridStandIn } from '../support/grid-stand-in.ts';
import { testKeyRing } from '../support/key-ring.ts';

const hour = 60 * 60;
const place = { teamId: 'T1' };

describe.each(engines)(
  'a token that ends, renewed against a stand-in of Slack, on $engine',
  ({ engine, start }) => {
    let started: StartedEngine;
    let grid: GridStandIn;
    let stores: Store[];
    const logLines: string[] = [];
    beforeAll(async () => {
      started = await start();
    }, 60_000);
    afterAll(() => started?.stop(), 60_000);
    beforeEach(async () => {
      grid = await startGridStandIn();
      const databaseUrl = await started.newDatabase();
      // SQLite serves one process: its replicas share a store here, and PostgreSQL's have one each.
      const count = engine === 'postgres' ? 3 : 1;
      stores = [];
      for (let number = 0; number < count; number++) stores.push(await openStore(databaseUrl, testKeyRing));
      logLines.length = 0;
      onTestFinished(async () => {
        await grid.close();
        for (const store of stores) await store.close();
      });
    });

    const installationsIn = (store: Store): Installations =>
      createInstallations({ store, nowMs: Date.now, newId: () => crypto.randomUUID() });
    const replica = (number: number) => {
      const store = stores[number % stores.length] as Store;
      return createWorkspaces({
        slack: {
          ...{ mode: 'oauth', clientId: '1.2', clientSecret: 'secret', stateSecret: 's', signingSecret: 's' },
          ...{ publicUrl: 'https://board.example.org', apiUrl: grid.apiUrl },
        },
        installations: installationsIn(store),
        seen: { isNew: async () => true },
        audit: { record: () => {} },
        log: createLog('info', { write: (line) => logLines.push(line) }),
        newReference: () => 'ref',
      }).clients;
    };
    const tokenOf = async (clients: ReturnType<typeof replica>) =>
      (await clients.authorize({ ...place, isEnterpriseInstall: false, enterpriseId: undefined })).botToken;
    const install = async (leftSeconds: number) => {
      const { token, refreshToken } = grid.issue({ ...place, expiresIn: 12 * hour });
      const expiresAt = Math.floor(Date.now() / 1000) + leftSeconds;
      const bot = { token, refreshToken, expiresAt, id: 'B1', userId: 'UBOT', scopes: [] };
      const content = JSON.stringify({ team: { id: 'T1' }, bot, user: { id: 'U1' } });
      await installationsIn(stores[0] as Store).save('T1', { content, expiresAtMs: expiresAt * 1000 });
      return token;
    };

    it('is left alone while it serves for long', async () => {
      const token = await install(3 * hour);
      expect(await tokenOf(replica(0))).toBe(token);
      expect(grid.renewals()).toBe(0);
    });

    it('is renewed ahead of its end by one of three replicas, and nobody waits for it', async () => {
      const token = await install(hour);
      grid.delayMs = 300;
      const replicas = [replica(0), replica(1), replica(2)];
      const asked = replicas.flatMap((one) => [tokenOf(one), tokenOf(one)]);
      expect(new Set(await Promise.all(asked))).toEqual(new Set([token]));
      for (const one of replicas) expect(await one.settled(5_000)).toBe(true);
      expect([grid.renewals(), grid.spentTwice]).toEqual([1, []]);
      const after = new Set(await Promise.all(replicas.map(tokenOf)));
      expect(after.size).toBe(1);
      expect(after).not.toContain(token);
      for (const one of after) expect(grid.living.has(one ?? '')).toBe(true);
    });

    it('that has ended is renewed once, and all replicas wait for the new one', async () => {
      const token = await install(-hour);
      grid.delayMs = 200;
      const tokens = new Set(await Promise.all([0, 1, 2].map((number) => tokenOf(replica(number)))));
      expect(tokens.size).toBe(1);
      expect(tokens).not.toContain(token);
      expect([grid.renewals(), grid.spentTwice]).toEqual([1, []]);
    });

    it('goes on serving while Slack does not renew it, with an alarm', async () => {
      const token = await install(hour);
      grid.refuseRenewal = 'internal_error';
      const clients = replica(0);
      expect(await tokenOf(clients)).toBe(token);
      await clients.settled(5_000);
      expect(logLines.join('')).toContain('"alarm":"token-not-renewed"');
      expect(await tokenOf(clients)).toBe(token);
      await clients.settled(5_000);
      // Not asked again at once.
      expect(grid.calls.filter(({ method }) => method === 'oauth.v2.access')).toHaveLength(1);
    });

    it('that has ended and cannot be renewed is no token: the app is to be installed again', async () => {
      await install(-hour);
      grid.refuseRenewal = 'invalid_refresh_token';
      await expect(tokenOf(replica(0))).rejects.toMatchObject({
        failure: { kind: 'permanent', code: 'invalid_refresh_token', of: 'workspace' },
      });
      expect(logLines.join('')).not.toMatch(/xox[be]/);
    });

    it('stays erased when the app was removed while it was being renewed', async () => {
      await install(hour);
      grid.delayMs = 300;
      const clients = replica(0);
      await tokenOf(clients);
      expect(await clients.forget({ ...place, isEnterpriseInstall: false }, Date.now())).toBe(true);
      await clients.settled(5_000);
      expect(await installationsIn(stores[0] as Store).count()).toBe(0);
    });
  },
);
