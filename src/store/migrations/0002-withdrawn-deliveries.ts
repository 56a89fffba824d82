import { sql } from 'kysely';
import type { Tx } from '../store.ts';

const checks = {
  outboxState: sql`state in ('pending', 'sending', 'sent', 'unknown', 'failed', 'withdrawn')`,
  outboxSettled: sql`(state in ('sent', 'failed', 'withdrawn')) = (next_attempt_at_ms is null)`,
};

/** A message that nobody needs any more is no failure, and what a posted message is about can be looked up by it. */
export async function addWithdrawnDeliveries(tx: Tx): Promise<void> {
  const { schema } = tx;
  for (const [name, check] of Object.entries(checks)) {
    await schema.alterTable('outbox').dropConstraint(name).execute();
    await schema.alterTable('outbox').addCheckConstraint(name, check).execute();
  }
  await tx
    .updateTable('outbox')
    .set({ state: 'withdrawn', failure: null })
    .where('state', '=', 'failed')
    .where('failure', '=', 'no_longer_due')
    .execute();
  await schema
    .createIndex('outboxPosted')
    .on('outbox')
    .columns(['conversationId', 'messageTs'])
    .where(sql.ref('message_ts'), 'is not', null)
    .execute();
}
