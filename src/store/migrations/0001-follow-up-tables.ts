import { sql } from 'kysely';
import type { Engine, Tx } from '../store.ts';

export async function createFollowUpTables(tx: Tx, engine: Engine): Promise<void> {
  const { schema } = tx;
  const sqlite = engine === 'sqlite';
  const integer = sqlite ? 'integer' : 'bigint';
  // SQLite compares text byte by byte; PostgreSQL must not order it by the server's language.
  const text = sqlite ? ('text' as const) : sql`text collate "C"`;
  const strict = sqlite ? sql`strict` : sql``;
  const board = ['teamId', 'channelId'] as const;

  await schema
    .createTable('followUp')
    .addColumn('teamId', text, (column) => column.notNull())
    .addColumn('channelId', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('caseCode', text, (column) => column.notNull())
    .addColumn('caseCodeIndex', text, (column) => column.notNull())
    .addColumn('modality', text, (column) => column.notNull())
    .addColumn('bodySite', text, (column) => column.notNull())
    .addColumn('contrast', text)
    .addColumn('ownerId', text, (column) => column.notNull())
    .addColumn('backupId', text, (column) => column.notNull())
    .addColumn('anchor', text)
    .addColumn('templateId', text)
    .addColumn('firstTargetOn', text, (column) => column.notNull())
    .addColumn('recurrence', text)
    .addColumn('windowDays', integer, (column) => column.notNull())
    .addColumn('createdBy', text, (column) => column.notNull())
    .addColumn('createdAtMs', integer, (column) => column.notNull())
    .addColumn('version', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('followUpKey', [...board, 'id'])
    .modifyEnd(strict)
    .execute();
  await schema
    .createIndex('followUpByCase')
    .on('followUp')
    .columns([...board, 'caseCodeIndex'])
    .execute();

  await schema
    .createTable('occurrence')
    .addColumn('teamId', text, (column) => column.notNull())
    .addColumn('channelId', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('followUpId', text, (column) => column.notNull())
    .addColumn('number', integer, (column) => column.notNull())
    .addColumn('plannedOn', text, (column) => column.notNull())
    .addColumn('targetOn', text, (column) => column.notNull())
    .addColumn('fromAnchor', text)
    .addColumn('windowDays', integer, (column) => column.notNull())
    .addColumn('intervalDays', integer)
    .addColumn('appointmentOn', text)
    .addColumn('examOn', text)
    .addColumn('reportReference', text)
    .addColumn('reviewedBy', text)
    .addColumn('snoozedUntilOn', text)
    .addColumn('snoozedAtMs', integer)
    .addColumn('attempts', text, (column) => column.notNull())
    .addColumn('closing', text)
    .addColumn('round', integer, (column) => column.notNull())
    .addColumn('roundStartedAtMs', integer, (column) => column.notNull())
    .addColumn('version', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('occurrenceKey', [...board, 'id'])
    .addUniqueConstraint('occurrenceNumber', [...board, 'followUpId', 'number'])
    .addForeignKeyConstraint('occurrenceOfFollowUp', [...board, 'followUpId'], 'followUp', [...board, 'id'])
    .modifyEnd(strict)
    .execute();
  await schema
    .createIndex('occurrenceOpen')
    .on('occurrence')
    .columns([...board, 'targetOn'])
    .where(sql.ref('closing'), 'is', null)
    .execute();

  await schema
    .createTable('history')
    .addColumn('id', integer, (column) =>
      sqlite ? column.primaryKey() : column.primaryKey().generatedAlwaysAsIdentity(),
    )
    .addColumn('teamId', text, (column) => column.notNull())
    .addColumn('channelId', text, (column) => column.notNull())
    .addColumn('followUpId', text, (column) => column.notNull())
    .addColumn('occurrenceId', text)
    .addColumn('action', text, (column) => column.notNull())
    .addColumn('by', text, (column) => column.notNull())
    .addColumn('atMs', integer, (column) => column.notNull())
    .addColumn('changes', text, (column) => column.notNull())
    .addForeignKeyConstraint('historyOfFollowUp', [...board, 'followUpId'], 'followUp', [...board, 'id'])
    .modifyEnd(strict)
    .execute();
  await schema
    .createIndex('historyByFollowUp')
    .on('history')
    .columns([...board, 'followUpId', 'id'])
    .execute();

  await schema
    .createTable('boardSettings')
    .addColumn('teamId', text, (column) => column.notNull())
    .addColumn('channelId', text, (column) => column.notNull())
    .addColumn('settings', text, (column) => column.notNull())
    .addColumn('version', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('boardSettingsKey', [...board])
    .modifyEnd(strict)
    .execute();

  await schema
    .createTable('outbox')
    .addColumn('id', text, (column) => column.notNull().primaryKey())
    .addColumn('teamId', text, (column) => column.notNull())
    .addColumn('channelId', text, (column) => column.notNull())
    .addColumn('occurrenceId', text, (column) => column.notNull())
    .addColumn('step', text, (column) => column.notNull())
    .addColumn('role', text, (column) => column.notNull())
    .addColumn('dueAtMs', integer, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('nextAttemptAtMs', integer)
    .addColumn('leaseUntilMs', integer)
    .addColumn('attempts', integer, (column) => column.notNull())
    .addColumn('conversationId', text)
    .addColumn('firstPostAtMs', integer)
    .addColumn('messageTs', text)
    .addColumn('sentAtMs', integer)
    .addColumn('failure', text)
    .addUniqueConstraint('outboxStep', [...board, 'occurrenceId', 'step'])
    .addForeignKeyConstraint('outboxOfOccurrence', [...board, 'occurrenceId'], 'occurrence', [...board, 'id'])
    .addCheckConstraint('outboxState', sql`state in ('pending', 'sending', 'sent', 'unknown', 'failed')`)
    .addCheckConstraint('outboxSettled', sql`(state in ('sent', 'failed')) = (next_attempt_at_ms is null)`)
    .addCheckConstraint('outboxLeased', sql`(state = 'sending') = (lease_until_ms is not null)`)
    .modifyEnd(strict)
    .execute();
  // Holds only what is still to be sent, so that it stays small however much was sent before.
  await schema
    .createIndex('outboxNext')
    .on('outbox')
    .columns(['nextAttemptAtMs', 'id'])
    .where(sql.ref('next_attempt_at_ms'), 'is not', null)
    .execute();

  await schema
    .createTable('sealCanary')
    .addColumn('keyId', text, (column) => column.notNull().primaryKey())
    .addColumn('sealed', text, (column) => column.notNull())
    .modifyEnd(strict)
    .execute();
}
