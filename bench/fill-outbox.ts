import { sql } from 'kysely';
import { insertFollowUp } from '../src/store/follow-ups.ts';
import { insertOccurrences } from '../src/store/occurrences.ts';
import type { Store } from '../src/store/store.ts';
import { board, fullFollowUp, openOccurrence } from '../test/store/records.ts';

/** One date with so many waiting messages, one due each millisecond; written by the database, which is faster. */
export async function fillOutbox(store: Store, count: number, firstDueAtMs: number): Promise<void> {
  const randomId = store.engine === 'sqlite' ? sql`lower(hex(randomblob(16)))` : sql`gen_random_uuid()::text`;
  await store.transaction(async (tx) => {
    await insertFollowUp(tx, fullFollowUp);
    await insertOccurrences(tx, board, [openOccurrence]);
    await sql`
      with recursive counted (n) as (select 0 union all select n + 1 from counted where n < ${sql.lit(count - 1)})
      insert into outbox
        (id, team_id, channel_id, occurrence_id, step, role, due_at_ms, state, next_attempt_at_ms, attempts)
      select ${randomId}, ${sql.lit(board.teamId)}, ${sql.lit(board.channelId)}, ${sql.lit(openOccurrence.id)},
        'r' || n || ':due', 'owner', ${sql.lit(firstDueAtMs)} + n, 'pending', ${sql.lit(firstDueAtMs)} + n, 0
      from counted`.execute(tx);
  });
  // As autovacuum does in time: PostgreSQL chooses its plan by what it knows of the table.
  if (store.engine === 'postgres') await sql`analyze`.execute(store.db);
}
