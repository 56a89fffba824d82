import { sql } from 'kysely';
import type { Engine, Tx } from '../store.ts';

/** Who asked, saw, changed and sent what; rows are only ever added, and purged from the old end. */
export async function createAuditTables(tx: Tx, engine: Engine): Promise<void> {
  const { schema } = tx;
  const sqlite = engine === 'sqlite';
  const integer = sqlite ? 'integer' : 'bigint';
  const text = sqlite ? ('text' as const) : sql`text collate "C"`;
  const strict = sqlite ? sql`strict` : sql``;

  await schema
    .createTable('audit')
    .addColumn('number', integer, (column) => column.notNull().primaryKey())
    .addColumn('atMs', integer, (column) => column.notNull())
    .addColumn('actor', text, (column) => column.notNull())
    .addColumn('teamId', text, (column) => column.notNull())
    .addColumn('channelId', text, (column) => column.notNull())
    .addColumn('action', text, (column) => column.notNull())
    .addColumn('what', text, (column) => column.notNull())
    .addColumn('about', text, (column) => column.notNull())
    .addColumn('outcome', text, (column) => column.notNull())
    .addColumn('knowledgeVersion', text, (column) => column.notNull())
    .addColumn('hash', text, (column) => column.notNull())
    .modifyEnd(strict)
    .execute();
  await schema
    .createTable('auditHead')
    .addColumn('id', integer, (column) => column.notNull().primaryKey())
    .addColumn('sealed', text, (column) => column.notNull())
    .modifyEnd(strict)
    .execute();
}
