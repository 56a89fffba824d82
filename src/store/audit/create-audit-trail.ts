import { setTimeout as wait } from 'node:timers/promises';
import type { AuditTrail } from '../../audit-trail.ts';
import type { Log } from '../../log.ts';
import { measure } from '../../measure.ts';
import { isPassingFailure } from '../passing-failure.ts';
import type { Store } from '../store.ts';
import type { EntryToRecord } from './audit-entry.ts';

export interface AuditTrailOptions {
  store: Store;
  log: Log;
  nowMs(): number;
}

/** Each commit is synced to the disk, in SQLite's case on the thread that answers: entries share one. */
const gatherMs = 50;
const tryAgainMs = 1_000;
/** Beyond it the newest are given up: a database that is away for long must not fill the memory. */
const mostWaiting = 20_000;

/**
 * What is recorded within a moment, or while a write is under way, goes out together: a flood costs few commits. While the database
 * is away or its disk is full, entries wait in memory; one whose commit was in doubt may stand there twice.
 */
export function createAuditTrail({ store, log, nowMs }: AuditTrailOptions): AuditTrail {
  let waiting: EntryToRecord[] = [];
  let writing: Promise<void> | undefined;
  let hurry = new AbortController();
  let away = false;

  async function writeAll(): Promise<void> {
    await pause(gatherMs);
    while (waiting.length > 0) {
      const entries = waiting;
      waiting = [];
      try {
        await store.transaction(async (tx) => entries.forEach(tx.record));
        if (away) log.warn({}, 'the audit record is written again');
        away = false;
      } catch (error) {
        if (isPassingFailure(error) && !hurry.signal.aborted) await keep(entries, error as Error);
        else giveUp(entries.length, error as Error);
      }
    }
    writing = undefined;
  }

  async function keep(entries: typeof waiting, error: Error): Promise<void> {
    const all = [...entries, ...waiting];
    waiting = all.slice(0, mostWaiting);
    if (all.length > mostWaiting) giveUp(all.length - mostWaiting, error);
    if (!away)
      log.error(
        { alarm: 'audit', waiting: waiting.length, error: error.name, reason: error.message },
        'the audit record cannot be written now and waits in memory: see that the database can be reached and has room',
      );
    away = true;
    await pause(tryAgainMs);
  }

  /** Cut short when the app stops. */
  async function pause(ms: number): Promise<void> {
    await wait(ms, undefined, { signal: hurry.signal, ref: false }).catch(() => {});
  }

  function giveUp(lost: number, { name, message }: Error): void {
    measure({ kind: 'audit-lost', entries: lost });
    log.error(
      { alarm: 'audit', lost, error: name, reason: message },
      'the audit record could not be written: see that the database can be reached and its keys are right',
    );
  }

  return {
    record(entry) {
      waiting.push({ ...entry, atMs: nowMs() });
      writing ??= writeAll();
    },
    async settled() {
      hurry.abort();
      await writing;
      hurry = new AbortController();
    },
  };
}
