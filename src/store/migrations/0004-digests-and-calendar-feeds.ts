import { sql } from 'kysely';
import type { Engine, Tx } from '../store.ts';

export async function addDigestsAndCalendarFeeds(tx: Tx, engine: Engine): Promise<void> {
  const { schema } = tx;
  const sqlite = engine === 'sqlite';
  const integer = sqlite ? 'integer' : 'bigint';
  const text = sqlite ? ('text' as const) : sql`text collate "C"`;

  // A message about a board as a whole, as its weekly digest, is about no one occurrence.
  await schema
    .alterTable('outbox')
    .alterColumn('occurrenceId', (column) => column.dropNotNull())
    .execute();
  // The table's own constraint takes two rows without an occurrence for different ones.
  await schema
    .createIndex('outboxBoardStep')
    .unique()
    .on('outbox')
    .columns(['teamId', 'channelId', 'step'])
    .where(sql.ref('occurrence_id'), 'is', null)
    .execute();

  await schema
    .createIndex('outboxBoardNext')
    .on('outbox')
    // The first is always null; with it SQLite takes this index and not the one of all that waits.
    .columns(['occurrenceId', 'nextAttemptAtMs', 'id'])
    .where((condition) =>
      condition.and([
        condition(sql.ref('next_attempt_at_ms'), 'is not', null),
        condition(sql.ref('occurrence_id'), 'is', null),
      ]),
    )
    .execute();

  // The secret itself is kept nowhere: who can read this table can read no calendar.
  await schema
    .createTable('calendarFeed')
    .addColumn('teamId', text, (column) => column.notNull())
    .addColumn('userId', text, (column) => column.notNull())
    .addColumn('scope', text, (column) => column.notNull())
    .addColumn('tokenHash', text, (column) => column.notNull().unique())
    .addColumn('createdAtMs', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('calendarFeedKey', ['teamId', 'userId', 'scope'])
    .modifyEnd(sqlite ? sql`strict` : sql``)
    .execute();
}
