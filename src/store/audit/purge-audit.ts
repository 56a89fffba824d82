import type { Tx } from '../store.ts';
import type { AuditEntry } from './audit-entry.ts';
import { holdHead, writeHead } from './audit-head.ts';

/** Removes what is older than an instant, keeps the rest verifiable, and records the purge. Gives back how many rows. */
export async function purgeAudit(
  tx: Tx,
  beforeMs: number,
  by: Pick<AuditEntry, 'actor' | 'atMs'>,
): Promise<number> {
  const head = await holdHead(tx);
  const kept = await tx
    .selectFrom('audit')
    .select((column) => column.fn.min('number').as('number'))
    .where('atMs', '>=', beforeMs)
    .executeTakeFirst();
  // Up to the first that is young enough: a clock that once jumped must not tear a hole.
  const firstNumber = kept?.number ?? head.lastNumber + 1;
  const last = await tx
    .selectFrom('audit')
    .select('hash')
    .where('number', '=', firstNumber - 1)
    .executeTakeFirst();
  if (last === undefined) return 0;
  await tx.deleteFrom('audit').where('number', '<', firstNumber).execute();
  await writeHead(tx, { ...head, firstNumber, firstPreviousHash: last.hash });
  const purged = firstNumber - head.firstNumber;
  tx.record({
    ...by,
    ...{ teamId: '', channelId: '', action: 'purged', what: 'audit', about: [] },
    outcome: `${purged} rows before ${new Date(beforeMs).toISOString()}, to row ${firstNumber - 1}`,
  });
  return purged;
}
