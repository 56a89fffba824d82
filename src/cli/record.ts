import type { Store, Tx } from '../store/store.ts';

/** What an operator did by the command line, in the audit record; a Slack user is not known there. */
export async function recordOperator(
  store: Store,
  atMs: number,
  done: Pick<Parameters<Tx['record']>[0], 'action' | 'what' | 'outcome'> & {
    teamId?: string;
    channelId?: string;
  },
): Promise<void> {
  await store.transaction(async (tx) =>
    tx.record({ actor: 'command-line', atMs, teamId: '', channelId: '', about: [], ...done }),
  );
}
