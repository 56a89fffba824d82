import { dayOf } from '../../dates/day-of.ts';
import type { ClaimApproval, Flagger } from '../../evidence/curation/curation-records.ts';
import { placeIn } from '../sealing/sealed-place.ts';
import type { Reader, Tx } from '../store.ts';
import { countUp } from './curation-state.ts';

/** What was approved is the content at that moment; the record keeps every approval. */
export async function approveClaim(
  tx: Tx,
  { teamId, userId }: Flagger,
  { claimId, contentHash, by }: Omit<ClaimApproval, 'on'>,
  { id, atMs }: { id: string; atMs: number },
): Promise<void> {
  const key = { teamId, channelId: '', id };
  const printedName = tx.sealing.seal(placeIn('claimReview', 'printedName', key), by);
  await tx
    .insertInto('claimReview')
    .values({ ...key, claimId, contentHash, userId, atMs, printedName })
    .execute();
  await countUp(tx, 'changes');
  tx.record({
    ...{ atMs, actor: userId, teamId, channelId: '' },
    ...{ action: 'changed', what: 'review', about: [claimId, id], outcome: 'reviewed' },
  });
}

/** Oldest first, so that a later one of the same statement comes after. */
export async function listApprovals(reader: Reader): Promise<ClaimApproval[]> {
  const rows = await reader.selectFrom('claimReview').selectAll().orderBy('atMs').orderBy('id').execute();
  return rows.map((row) => ({
    claimId: row.claimId,
    contentHash: row.contentHash,
    by: reader.sealing.open(placeIn('claimReview', 'printedName', row), row.printedName),
    on: dayOf(row.atMs),
  }));
}
