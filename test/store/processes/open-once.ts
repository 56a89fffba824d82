/** Opens the store at the same moment as others do. */
import { openStore } from '../../../src/store/open-store.ts';
import { testKeyRing } from '../../support/key-ring.ts';
import { startSignal } from './start-signal.ts';

const [databaseUrl = ''] = process.argv.slice(2);
await startSignal();
const store = await openStore(databaseUrl, testKeyRing);
await store.close();
