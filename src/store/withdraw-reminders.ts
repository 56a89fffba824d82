import type { Board } from '../followup/follow-up.ts';
import type { Tx } from './store.ts';

/**
 * Takes what waits of an occurrence's ladder out of the outbox, as when it is closed or its date moves. A message
 * that is being sent, or may have been, stays, so that what a person received is never forgotten: its worker looks
 * at the occurrence again before it posts. So do those that no ladder would bring again.
 */
export async function withdrawReminders(tx: Tx, board: Board, occurrenceId: string): Promise<void> {
  await tx
    .deleteFrom('outbox')
    .where('teamId', '=', board.teamId)
    .where('channelId', '=', board.channelId)
    .where('occurrenceId', '=', occurrenceId)
    .where('state', '=', 'pending')
    .where('step', 'like', 'r%:%')
    .execute();
}
