import { onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { type SlackForLoad, startSlackForLoad } from '../load/slack-for-load.ts';
import { type AppForLoad, type AppForLoadOptions, startAppForLoad } from '../load/start-app-for-load.ts';
import { type StartedEngine, startSqlite } from '../store/engines.ts';
import { testKeyRing } from '../support/key-ring.ts';

export interface FaultRig {
  slack: SlackForLoad;
  app: AppForLoad;
  databaseUrl: string;
  /** Ends the app as its host does; resolves with its status. */
  end(): Promise<number | null>;
}

/** The app itself with Slack played, on SQLite unless told otherwise; all end with the test. */
export async function startFaultRig(
  given: Partial<Pick<AppForLoadOptions, 'variables' | 'preloaded' | 'databaseUrl' | 'quickTiming'>> & {
    engine?: StartedEngine;
  } = {},
): Promise<FaultRig> {
  const { engine = await startSqlite(), ...options } = given;
  onTestFinished(() => engine.stop());
  const slack = await startSlackForLoad();
  onTestFinished(() => slack.close());
  const databaseUrl = given.databaseUrl ?? (await engine.newDatabase());
  const app = await startAppForLoad({ ...options, slack, databaseUrl });
  onTestFinished(async () => {
    app.signal('SIGKILL');
    await app.ended;
  });
  return {
    ...{ slack, app, databaseUrl },
    async end() {
      app.signal('SIGTERM');
      return (await app.ended).status;
    },
  };
}

/** Opens the database beside the app, for one test. */
export async function openBeside(databaseUrl: string) {
  const store = await openStore(databaseUrl, testKeyRing);
  onTestFinished(() => store.close());
  return store;
}
