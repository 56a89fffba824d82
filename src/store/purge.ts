import type { Board } from '../followup/follow-up.ts';
import type { AuditEntry } from './audit/audit-entry.ts';
import { purgeAudit } from './audit/purge-audit.ts';
import { purgeFlags } from './curation/claim-flags.ts';
import { listFollowUpsOfCase } from './follow-ups.ts';
import { purgeGaps, purgeRatings } from './questions/purge-questions.ts';
import { refersTo } from './refers-to.ts';
import type { PurgeKind } from './retention.ts';
import type { Store, Tx } from './store.ts';

type By = Pick<AuditEntry, 'actor' | 'atMs'>;

const removeClosed: Readonly<
  Record<Exclude<PurgeKind, 'audit'>, (tx: Tx, beforeMs: number) => Promise<number>>
> = {
  ...{ messages: purgeMessages, 'follow-ups': purgeFollowUps },
  ...{ ratings: purgeRatings, gaps: purgeGaps, flags: purgeFlags },
};

/** Removes what was last touched before an instant, records that it did, and gives back how many records went. */
export async function purge(store: Store, kind: PurgeKind, beforeMs: number, by: By): Promise<number> {
  return store.transaction(async (tx) => {
    if (kind === 'audit') return purgeAudit(tx, beforeMs, by);
    const count = await removeClosed[kind](tx, beforeMs);
    if (count > 0)
      tx.record({
        ...by,
        ...{ teamId: '', channelId: '', action: 'purged', what: kind, about: [] },
        outcome: `${count} before ${new Date(beforeMs).toISOString()}`,
      });
    return count;
  });
}

/**
 * Removes all follow-ups of a case, also open ones, as when its code turns out to name a person. Gives back how many.
 * Messages that were posted stay in Slack, and backups keep what they hold.
 */
export async function eraseCase(store: Store, board: Board, caseCode: string, by: By): Promise<number> {
  return store.transaction(async (tx) => {
    const ofCase = await listFollowUpsOfCase(tx, board, caseCode);
    for (const { id } of ofCase) await removeFollowUp(tx, board, id);
    const outcome = `${ofCase.length} follow-ups`;
    if (ofCase.length > 0)
      tx.record({
        ...by,
        ...board,
        action: 'purged',
        what: 'case',
        about: ofCase.map(({ id }) => id),
        outcome,
      });
    return ofCase.length;
  });
}

async function purgeMessages(tx: Tx, beforeMs: number): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('outbox')
    .where('nextAttemptAtMs', 'is', null)
    .where('dueAtMs', '<', beforeMs)
    .where(({ not, exists, selectFrom }) =>
      not(
        // The ladder of an open date counts on what was sent.
        exists(
          selectFrom('occurrence')
            .select('occurrence.id')
            .where(refersTo('occurrence.id', 'outbox.occurrenceId'))
            .where('occurrence.closing', 'is', null),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

async function purgeFollowUps(tx: Tx, beforeMs: number): Promise<number> {
  const over = await tx
    .selectFrom('followUp')
    .select(['teamId', 'channelId', 'id'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('occurrence')
            .select('occurrence.id')
            .where(refersTo('occurrence.followUpId', 'followUp.id'))
            .where('occurrence.closing', 'is', null),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('history')
            .select('history.id')
            .where(refersTo('history.followUpId', 'followUp.id'))
            .where('history.atMs', '>=', beforeMs),
        ),
      ),
    )
    .where('createdAtMs', '<', beforeMs)
    .execute();
  for (const { teamId, channelId, id } of over) await removeFollowUp(tx, { teamId, channelId }, id);
  return over.length;
}

/** With everything that was kept of it, open or closed. */
async function removeFollowUp(tx: Tx, { teamId, channelId }: Board, id: string): Promise<void> {
  const dates = tx
    .selectFrom('occurrence')
    .select('id')
    .where('teamId', '=', teamId)
    .where('channelId', '=', channelId)
    .where('followUpId', '=', id);
  await tx
    .deleteFrom('outbox')
    .where('teamId', '=', teamId)
    .where('channelId', '=', channelId)
    .where('occurrenceId', 'in', dates)
    .execute();
  for (const table of ['history', 'occurrence'] as const)
    await tx
      .deleteFrom(table)
      .where('teamId', '=', teamId)
      .where('channelId', '=', channelId)
      .where('followUpId', '=', id)
      .execute();
  await tx
    .deleteFrom('followUp')
    .where('teamId', '=', teamId)
    .where('channelId', '=', channelId)
    .where('id', '=', id)
    .execute();
}
