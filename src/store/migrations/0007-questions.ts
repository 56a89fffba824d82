import { sql } from 'kysely';
import type { Engine, Tx } from '../store.ts';

/** What is remembered of questions: ids and words of the vocabulary in clear, what people wrote sealed. */
export async function createQuestionTables(tx: Tx, engine: Engine): Promise<void> {
  const { schema } = tx;
  const sqlite = engine === 'sqlite';
  const integer = sqlite ? 'integer' : 'bigint';
  const text = sqlite ? ('text' as const) : sql`text collate "C"`;
  const strict = sqlite ? sql`strict` : sql``;

  await schema
    .createTable('seenEvent')
    .addColumn('teamId', text, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('atMs', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('seenEventKey', ['teamId', 'name'])
    .modifyEnd(strict)
    .execute();
  await schema.createIndex('seenEventByAge').on('seenEvent').column('atMs').execute();

  await schema
    .createTable('askedQuestion')
    .addColumn('teamId', text, (column) => column.notNull())
    .addColumn('channelId', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('threadTs', text)
    .addColumn('atMs', integer, (column) => column.notNull())
    .addColumn('answer', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('askedQuestionKey', ['teamId', 'channelId', 'id'])
    .modifyEnd(strict)
    .execute();
  await schema
    .createIndex('askedQuestionByThread')
    .on('askedQuestion')
    .columns(['teamId', 'channelId', 'threadTs', 'atMs'])
    .execute();
  await schema.createIndex('askedQuestionByAge').on('askedQuestion').column('atMs').execute();

  await schema
    .createTable('answerRating')
    .addColumn('teamId', text, (column) => column.notNull())
    .addColumn('channelId', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('questionId', text, (column) => column.notNull())
    .addColumn('userId', text, (column) => column.notNull())
    .addColumn('atMs', integer, (column) => column.notNull())
    .addColumn('verdict', text, (column) => column.notNull())
    .addColumn('reason', text)
    .addColumn('statementIds', text, (column) => column.notNull())
    .addColumn('note', text)
    .addPrimaryKeyConstraint('answerRatingKey', ['teamId', 'channelId', 'id'])
    .addUniqueConstraint('answerRatingOnce', ['teamId', 'channelId', 'questionId', 'userId'])
    .modifyEnd(strict)
    .execute();

  await schema
    .createTable('evidenceGap')
    .addColumn('teamId', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('concepts', text, (column) => column.notNull())
    .addColumn('reason', text, (column) => column.notNull())
    .addColumn('timesAsked', integer, (column) => column.notNull())
    .addColumn('lastAskedAtMs', integer, (column) => column.notNull())
    .addColumn('assigneeId', text)
    .addColumn('claimId', text)
    .addColumn('filledBy', text)
    .addColumn('filledAtMs', integer)
    .addPrimaryKeyConstraint('evidenceGapKey', ['teamId', 'id'])
    .addUniqueConstraint('evidenceGapConcepts', ['teamId', 'concepts'])
    .modifyEnd(strict)
    .execute();

  await schema
    .createTable('gapAsker')
    .addColumn('teamId', text, (column) => column.notNull())
    .addColumn('gapId', text, (column) => column.notNull())
    .addColumn('userId', text, (column) => column.notNull())
    .addColumn('askedAtMs', integer, (column) => column.notNull())
    .addColumn('tellingAtMs', integer)
    .addPrimaryKeyConstraint('gapAskerKey', ['teamId', 'gapId', 'userId'])
    .modifyEnd(strict)
    .execute();

  // The channel is always empty: a direct message's would say who asked.
  await schema
    .createTable('gapQuestion')
    .addColumn('teamId', text, (column) => column.notNull())
    .addColumn('channelId', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('gapId', text, (column) => column.notNull())
    .addColumn('atMs', integer, (column) => column.notNull())
    .addColumn('question', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('gapQuestionKey', ['teamId', 'channelId', 'id'])
    .modifyEnd(strict)
    .execute();
  await schema
    .createIndex('gapQuestionByGap')
    .on('gapQuestion')
    .columns(['teamId', 'gapId', 'atMs'])
    .execute();
}
