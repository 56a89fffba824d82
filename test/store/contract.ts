import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Engine, Store } from '../../src/store/store.ts';
import { testKeyRing } from '../support/key-ring.ts';
import { engines, type StartedEngine } from './engines.ts';
import { auditRules } from './rules/audit.ts';
import { boardRules } from './rules/boards.ts';
import { caseEndRules } from './rules/case-end.ts';
import { flagRules } from './rules/flags.ts';
import { installationRules } from './rules/installations.ts';
import { migrationRules } from './rules/migrations.ts';
import { nextWaitingRules } from './rules/next-waiting.ts';
import { outboxRules } from './rules/outbox.ts';
import { processRules } from './rules/processes.ts';
import { purgeRules } from './rules/purge.ts';
import { questionRules } from './rules/questions.ts';
import { recordRules } from './rules/records.ts';
import { sealingRules } from './rules/sealing.ts';
import { transactionRules } from './rules/transactions.ts';
import { upkeepPageRules } from './rules/upkeep-pages.ts';
import { valueRules } from './rules/values.ts';

/** What a rule uses: a store of its own, and the address that other processes open it by. */
export interface Rig {
  engine: Engine;
  store(): Store;
  databaseUrl(): string;
  newDatabase(): Promise<string>;
}

const allRules = [
  valueRules,
  recordRules,
  caseEndRules,
  boardRules,
  sealingRules,
  auditRules,
  purgeRules,
  transactionRules,
  outboxRules,
  questionRules,
  flagRules,
  installationRules,
  nextWaitingRules,
  upkeepPageRules,
  migrationRules,
  processRules,
];

/** What every database must do, so that the app cannot tell them apart. */
export function storeContract(engine: Engine): void {
  describe(`a store on ${engine}`, () => {
    let started: StartedEngine;
    let databaseUrl: string;
    let store: Store;
    beforeAll(async () => {
      const row = engines.find((one) => one.engine === engine);
      if (!row) return;
      started = await row.start();
      databaseUrl = await started.newDatabase();
    }, 60_000);
    beforeEach(async () => {
      databaseUrl = await started.emptied(databaseUrl);
      store = await openStore(databaseUrl, testKeyRing);
      return () => store.close();
    });
    afterAll(() => started?.stop(), 60_000);

    const rig: Rig = {
      engine,
      store: () => store,
      databaseUrl: () => databaseUrl,
      newDatabase: () => started.newDatabase(),
    };
    for (const rules of allRules) rules(rig);
  });
}
