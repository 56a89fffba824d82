import { sql } from 'kysely';
import { insertFollowUp } from '../src/store/follow-ups.ts';
import { insertOccurrences } from '../src/store/occurrences.ts';
import type { Store } from '../src/store/store.ts';
import { board, fullFollowUp, openOccurrence } from '../test/store/records.ts';

/** So many open scans with a waiting message each, one due each millisecond; written by the database, which is faster. */
export async function fillOutbox(store: Store, count: number, firstDueAtMs: number): Promise<void> {
  const randomId = store.engine === 'sqlite' ? sql`lower(hex(randomblob(16)))` : sql`gen_random_uuid()::text`;
  const counted = sql`counted (n) as (select 0 union all select n + 1 from counted where n < ${sql.lit(count - 1)})`;
  await store.transaction(async (tx) => {
    await insertFollowUp(tx, fullFollowUp);
    const first = { ...openOccurrence, number: count };
    await insertOccurrences(tx, board, [first]);
    const row = await tx.selectFrom('occurrence').selectAll().executeTakeFirstOrThrow();
    const columns = Object.keys(row);
    const changed: Record<string, unknown> = { id: sql`'scan-' || n`, number: sql`n` };
    const copied = columns.map((column) => changed[column] ?? sql.ref(column));
    await sql`with recursive ${counted}
      insert into occurrence (${sql.join(columns.map((column) => sql.ref(column)))})
      select ${sql.join(copied)} from occurrence, counted where id = ${sql.lit(first.id)}`.execute(tx);
    await sql`delete from occurrence where id = ${sql.lit(first.id)}`.execute(tx);
  });
  await tidy(store);
  await store.transaction(async (tx) => {
    await sql`with recursive ${counted}
      insert into outbox
        (id, team_id, channel_id, occurrence_id, step, role, due_at_ms, state, next_attempt_at_ms, attempts)
      select ${randomId}, ${sql.lit(board.teamId)}, ${sql.lit(board.channelId)}, 'scan-' || n,
        'r0:due', 'owner', ${sql.lit(firstDueAtMs)} + n, 'pending', ${sql.lit(firstDueAtMs)} + n, 0
      from counted`.execute(tx);
  });
  await tidy(store);
}

/** As autovacuum and the checkpointer do in time; else the first who reads pays for what was written. */
async function tidy({ engine, db }: Store): Promise<void> {
  if (engine === 'sqlite') return;
  await sql`vacuum analyze`.execute(db);
  await sql`checkpoint`.execute(db);
}
