import type { AuditTrail } from '../../audit-trail.ts';
import type { Log } from '../../log.ts';
import type { Store, Tx } from '../store.ts';

export interface AuditTrailOptions {
  store: Store;
  log: Log;
  nowMs(): number;
}

/** What is recorded while a write is under way goes out with the next one: a flood costs few commits. */
export function createAuditTrail({ store, log, nowMs }: AuditTrailOptions): AuditTrail {
  let waiting: Parameters<Tx['record']>[0][] = [];
  let writing: Promise<void> | undefined;

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const entries = waiting;
      waiting = [];
      try {
        await store.transaction(async (tx) => entries.forEach(tx.record));
      } catch (error) {
        const { name, message } = error as Error;
        log.error(
          { alarm: 'audit', lost: entries.length, error: name, reason: message },
          'the audit record could not be written: see that the database can be reached and its keys are right',
        );
      }
    }
    writing = undefined;
  }

  return {
    record(entry) {
      waiting.push({ ...entry, atMs: nowMs() });
      writing ??= writeAll();
    },
    settled: async () => writing,
  };
}
