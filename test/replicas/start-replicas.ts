import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { type SlackForLoad, startSlackForLoad } from '../load/slack-for-load.ts';
import { type AppForLoad, startAppForLoad } from '../load/start-app-for-load.ts';
import { startPostgres } from '../store/start-postgres.ts';
import { testKeyRing } from '../support/key-ring.ts';
import { type RoundRobinProxy, startRoundRobinProxy } from './round-robin-proxy.ts';

/** Several apps on one PostgreSQL behind a proxy. */
export interface Replicas {
  slack: SlackForLoad;
  apps: AppForLoad[];
  proxy: RoundRobinProxy;
  store: Store;
  /** Starts another in the place of one that ended. */
  startAgain(at: number): Promise<void>;
  stop(): Promise<void>;
}

/** All start at once on an empty database. `variables` are asked for at each start. */
export async function startReplicas(
  count: number,
  variables: () => Record<string, string>,
): Promise<Replicas> {
  const engine = await startPostgres();
  const slack = await startSlackForLoad();
  const databaseUrl = await engine.newDatabase();
  const start = () => startAppForLoad({ slack, databaseUrl, variables: variables() });
  const apps = await Promise.all(Array.from({ length: count }, start));
  const store = await openStore(databaseUrl, testKeyRing);
  const proxy = await startRoundRobinProxy(apps.map(({ port }) => port));
  return {
    ...{ slack, apps, proxy, store },
    async startAgain(at) {
      apps[at] = await start();
      proxy.ports[at] = apps[at].port;
    },
    async stop() {
      for (const app of apps) app.signal('SIGKILL');
      await Promise.all(apps.map(({ ended }) => ended));
      await proxy.close();
      await store.close();
      await slack.close();
      await engine.stop();
    },
  };
}
