import type { Board, ReminderStep } from '../followup/follow-up.ts';
import type { BoardDelivery } from './delivery.ts';
import type { Reader, Tx } from './store.ts';
import { toBoardDelivery } from './to-delivery.ts';

/** Every board that keeps a follow-up, of all workspaces. */
export async function listBoards(reader: Reader): Promise<Board[]> {
  return reader
    .selectFrom('followUp')
    .select(['teamId', 'channelId'])
    .distinct()
    .orderBy('teamId')
    .orderBy('channelId')
    .execute();
}

/** Every message about a board as a whole that is still to be sent, of all boards. */
export async function listWaitingOfBoards(reader: Reader): Promise<BoardDelivery[]> {
  const rows = await reader
    .selectFrom('outbox')
    .selectAll()
    .where('occurrenceId', 'is', null)
    .where('nextAttemptAtMs', 'is not', null)
    .execute();
  return rows.map(toBoardDelivery);
}

/** Every message about this board as a whole, sent or not, the step that sorts last first. */
export async function listOfBoard(reader: Reader, board: Board): Promise<BoardDelivery[]> {
  const rows = await reader
    .selectFrom('outbox')
    .selectAll()
    .where('teamId', '=', board.teamId)
    .where('channelId', '=', board.channelId)
    .where('occurrenceId', 'is', null)
    .orderBy('step', 'desc')
    .execute();
  return rows.map(toBoardDelivery);
}

/** Puts a message about a board as a whole into the outbox; a step that is there already stays as it is. */
export async function enqueueOfBoard(
  tx: Tx,
  { teamId, channelId }: Board,
  { step, role, dueAtMs }: ReminderStep,
  newId: () => string,
): Promise<void> {
  await tx
    .insertInto('outbox')
    .values({
      ...{ id: newId(), teamId, channelId, occurrenceId: null, step, role, dueAtMs },
      ...{ state: 'pending', nextAttemptAtMs: dueAtMs, leaseUntilMs: null, attempts: 0 },
      ...{ conversationId: null, firstPostAtMs: null, messageTs: null, sentAtMs: null, failure: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Gives a message that nobody has taken up yet another time. */
export async function moveWaiting(tx: Tx, { id }: BoardDelivery, dueAtMs: number): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ dueAtMs, nextAttemptAtMs: dueAtMs })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .where('attempts', '=', 0)
    .execute();
}
