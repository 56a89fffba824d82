import { dayOf } from '../../dates/day-of.ts';
import type { Approval, Flagger } from '../../evidence/curation/curation-records.ts';
import { placeIn } from '../sealing/sealed-place.ts';
import type { Reader, Tx } from '../store.ts';
import { countUp } from './curation-state.ts';

/** What was approved is the content at that moment; the record keeps every approval. */
export async function approveEntry(
  tx: Tx,
  { teamId, userId }: Flagger,
  { entryId, contentHash, by }: Omit<Approval, 'on'>,
  { id, atMs }: { id: string; atMs: number },
): Promise<void> {
  const key = { teamId, channelId: '', id };
  const printedName = tx.sealing.seal(placeIn('claimReview', 'printedName', key), by);
  await tx
    .insertInto('claimReview')
    .values({ ...key, claimId: entryId, contentHash, userId, atMs, printedName })
    .execute();
  await countUp(tx, 'changes');
  tx.record({
    ...{ atMs, actor: userId, teamId, channelId: '' },
    ...{ action: 'changed', what: 'review', about: [entryId, id], outcome: 'reviewed' },
  });
}

/** Oldest first, so that a later one of the same entry comes after. */
export async function listApprovals(reader: Reader): Promise<Approval[]> {
  const rows = await reader.selectFrom('claimReview').selectAll().orderBy('atMs').orderBy('id').execute();
  return rows.map((row) => ({
    entryId: row.claimId,
    contentHash: row.contentHash,
    by: reader.sealing.open(placeIn('claimReview', 'printedName', row), row.printedName),
    on: dayOf(row.atMs),
  }));
}
