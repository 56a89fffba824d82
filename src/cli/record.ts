import type { Board } from '../followup/follow-up.ts';
import type { EntryToRecord } from '../store/audit/audit-entry.ts';
import type { Store } from '../store/store.ts';

/** What an operator did by the command line, in the audit record; a Slack user is not known there. */
export async function recordOperator(
  store: Store,
  atMs: number,
  done: Pick<EntryToRecord, 'action' | 'what' | 'outcome'> & Partial<Board>,
): Promise<void> {
  await store.transaction(async (tx) =>
    tx.record({ actor: 'command-line', atMs, teamId: '', channelId: '', about: [], ...done }),
  );
}
