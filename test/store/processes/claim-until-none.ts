/** Claims due messages a few at a time until there are none; prints the id of each. */
import { claimDue } from '../../../src/store/claim-due.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { testKeyRing } from '../../support/key-ring.ts';
import { startSignal } from './start-signal.ts';

const [databaseUrl = '', nowMs] = process.argv.slice(2);
const store = await openStore(databaseUrl, testKeyRing);
await startSignal();
for (;;) {
  const claims = await claimDue(store, Number(nowMs), 7, 60_000);
  if (claims.length === 0) break;
  process.stdout.write(claims.map(({ id }) => `${id}\n`).join(''));
}
await store.close();
