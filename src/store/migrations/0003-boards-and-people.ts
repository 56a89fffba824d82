import { sql } from 'kysely';
import type { Engine, Tx } from '../store.ts';

/** What happened to a board itself, and a quick way to what one person has on all boards. */
export async function createBoardHistory(tx: Tx, engine: Engine): Promise<void> {
  const { schema } = tx;
  const sqlite = engine === 'sqlite';
  const integer = sqlite ? 'integer' : 'bigint';
  const text = sqlite ? ('text' as const) : sql`text collate "C"`;

  await schema
    .createTable('boardHistory')
    .addColumn('id', integer, (column) =>
      sqlite ? column.primaryKey() : column.primaryKey().generatedAlwaysAsIdentity(),
    )
    .addColumn('teamId', text, (column) => column.notNull())
    .addColumn('channelId', text, (column) => column.notNull())
    .addColumn('action', text, (column) => column.notNull())
    .addColumn('by', text, (column) => column.notNull())
    .addColumn('atMs', integer, (column) => column.notNull())
    .addColumn('changes', text, (column) => column.notNull())
    .modifyEnd(sqlite ? sql`strict` : sql``)
    .execute();
  await schema
    .createIndex('boardHistoryByBoard')
    .on('boardHistory')
    .columns(['teamId', 'channelId', 'id'])
    .execute();

  await schema.createIndex('followUpByOwner').on('followUp').columns(['teamId', 'ownerId']).execute();
  await schema.createIndex('followUpByBackup').on('followUp').columns(['teamId', 'backupId']).execute();
}
