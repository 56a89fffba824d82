import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Engine, Store } from '../../src/store/store.ts';
import { engines, type StartedEngine } from './engines.ts';
import { migrationRules } from './rules/migrations.ts';
import { outboxRules } from './rules/outbox.ts';
import { processRules } from './rules/processes.ts';
import { recordRules } from './rules/records.ts';
import { transactionRules } from './rules/transactions.ts';
import { valueRules } from './rules/values.ts';

/** What a rule uses: a store of its own, and the address that other processes open it by. */
export interface Rig {
  engine: Engine;
  store(): Store;
  databaseUrl(): string;
  newDatabase(): Promise<string>;
}

/** What every database must do, so that the app cannot tell them apart. */
export function storeContract(): void {
  for (const { engine, start } of engines)
    describe(`a store on ${engine}`, () => {
      let started: StartedEngine;
      let databaseUrl: string;
      let store: Store;
      beforeAll(async () => {
        started = await start();
      }, 60_000);
      beforeEach(async () => {
        databaseUrl = await started.newDatabase();
        store = await openStore(databaseUrl);
        return () => store.close();
      });
      afterAll(() => started?.stop());

      const rig: Rig = {
        engine,
        store: () => store,
        databaseUrl: () => databaseUrl,
        newDatabase: () => started.newDatabase(),
      };
      for (const rules of [
        valueRules,
        recordRules,
        transactionRules,
        outboxRules,
        migrationRules,
        processRules,
      ])
        rules(rig);
    });
}
