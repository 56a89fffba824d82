import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { lockForApp } from './store/app-lock.ts';
import { openStore } from './store/open-store.ts';
import type { KeyRing } from './store/sealing/key-ring.ts';
import { createTrialKeyRing } from './store/sealing/trial-key-ring.ts';
import type { Store } from './store/store.ts';
import { createTrialDatabase } from './store/trial-database.ts';

export interface AppStore {
  store: Store;
  keyRing: KeyRing;
  databaseUrl: string;
  /** Closes it, and lets another app have it. */
  close(): Promise<void>;
}

/** The store of a running app: the one that is configured, or one for a trial that ends with it. */
export async function openAppStore(
  config: Pick<Config, 'databaseUrl' | 'keyRing'>,
  log: Log,
  knowledgeVersion: () => string,
): Promise<AppStore> {
  const databaseUrl = config.databaseUrl ?? createTrialDatabase();
  const keyRing = config.keyRing ?? createTrialKeyRing();
  const unlock = lockForApp(
    databaseUrl,
    keyRing.map(({ id }) => id),
  );
  const store = await openStore(databaseUrl, keyRing, knowledgeVersion, (code) =>
    log.warn({ code }, 'the database does not answer yet: trying again, for half a minute at most'),
  );
  return {
    store,
    keyRing,
    databaseUrl,
    async close() {
      await store.close();
      unlock();
    },
  };
}
