import { sql } from 'kysely';
import type { Engine, Tx } from '../store.ts';

/** What people say of statements and what curators decide: ids and the app's own words in clear, the rest sealed. */
export async function createFlagTables(tx: Tx, engine: Engine): Promise<void> {
  const { schema } = tx;
  const sqlite = engine === 'sqlite';
  const integer = sqlite ? 'integer' : 'bigint';
  const text = sqlite ? ('text' as const) : sql`text collate "C"`;
  const strict = sqlite ? sql`strict` : sql``;

  // The channel is always empty: a statement belongs to no board.
  await schema
    .createTable('claimFlag')
    .addColumn('teamId', text, (column) => column.notNull())
    .addColumn('channelId', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('claimId', text, (column) => column.notNull())
    .addColumn('contentHash', text, (column) => column.notNull())
    .addColumn('userId', text, (column) => column.notNull())
    .addColumn('reason', text, (column) => column.notNull())
    .addColumn('note', text)
    .addColumn('atMs', integer, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('decidedBy', text)
    .addColumn('decidedAtMs', integer)
    .addColumn('decisionNote', text)
    .addColumn('tellingAtMs', integer)
    .addPrimaryKeyConstraint('claimFlagKey', ['teamId', 'channelId', 'id'])
    .modifyEnd(strict)
    .execute();
  await schema.createIndex('claimFlagByState').on('claimFlag').columns(['state', 'atMs']).execute();
  await schema
    .createIndex('claimFlagByPerson')
    .on('claimFlag')
    .columns(['teamId', 'userId', 'claimId'])
    .execute();

  await schema
    .createTable('claimReview')
    .addColumn('teamId', text, (column) => column.notNull())
    .addColumn('channelId', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('claimId', text, (column) => column.notNull())
    .addColumn('contentHash', text, (column) => column.notNull())
    .addColumn('userId', text, (column) => column.notNull())
    .addColumn('atMs', integer, (column) => column.notNull())
    .addColumn('printedName', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('claimReviewKey', ['teamId', 'channelId', 'id'])
    .modifyEnd(strict)
    .execute();

  await schema
    .createTable('curationState')
    .addColumn('id', integer, (column) => column.notNull().primaryKey())
    .addColumn('changes', integer, (column) => column.notNull())
    .addColumn('reloads', integer, (column) => column.notNull())
    .modifyEnd(strict)
    .execute();
}
