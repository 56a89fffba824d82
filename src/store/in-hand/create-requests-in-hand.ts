import type { Log } from '../../log.ts';
import type { RequestsInHand } from '../../requests-in-hand.ts';
import { sqlitePathOf } from '../sqlite-path.ts';
import type { Store } from '../store.ts';
import { fileInHand } from './file-in-hand.ts';
import { tableInHand } from './table-in-hand.ts';

/** Beside the store, wherever that is. */
export function createRequestsInHand(
  store: Store,
  databaseUrl: string,
  options: { log: Log; nowMs(): number },
): RequestsInHand {
  const path = sqlitePathOf(databaseUrl);
  return path ? fileInHand(`${path}.in-hand`, store.db.sealing, options.log) : tableInHand(store, options);
}
