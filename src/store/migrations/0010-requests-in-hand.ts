import { sql } from 'kysely';
import type { Engine, Tx } from '../store.ts';

/**
 * What replicas work on, for some seconds each. Unlogged on PostgreSQL, where no commit of it waits for the disk then: it
 * has to outlive the app and not the server. On SQLite it stays empty: the same stands in a file beside it.
 */
export async function createRequestsInHandTable(tx: Tx, engine: Engine): Promise<void> {
  const sqlite = engine === 'sqlite';
  const text = sqlite ? ('text' as const) : sql`text collate "C"`;
  await tx.schema
    .createTable('requestInHand')
    .modifyFront(sqlite ? sql`` : sql`unlogged`)
    .addColumn('id', text, (column) => column.notNull().primaryKey())
    .addColumn('sealed', text, (column) => column.notNull())
    .addColumn('keptUntilMs', sqlite ? 'integer' : 'bigint', (column) => column.notNull())
    .modifyEnd(sqlite ? sql`strict` : sql``)
    .execute();
}
