import type { Board, ReminderStep } from '../followup/follow-up.ts';
import type { Tx } from './store.ts';

/**
 * Puts an occurrence's messages into the outbox. A step that is there already, sent or not, stays as it is: so
 * the same plan may be written twice and goes out once.
 */
export async function enqueueReminders(
  tx: Tx,
  { teamId, channelId }: Board,
  occurrenceId: string,
  steps: readonly ReminderStep[],
  newId: () => string,
): Promise<void> {
  for (const { step, role, dueAtMs } of steps)
    await tx
      .insertInto('outbox')
      .values({
        ...{ id: newId(), teamId, channelId, occurrenceId, step, role, dueAtMs },
        ...{ state: 'pending', nextAttemptAtMs: dueAtMs, leaseUntilMs: null, attempts: 0 },
        ...{ conversationId: null, firstPostAtMs: null, messageTs: null, sentAtMs: null, failure: null },
      })
      .onConflict((conflict) => conflict.columns(['teamId', 'channelId', 'occurrenceId', 'step']).doNothing())
      .execute();
}
