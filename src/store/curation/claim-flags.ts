import type { FlagReason } from '../../../knowledge/schema.ts';
import {
  type ClaimFlag,
  type DecidedClaimFlag,
  type Flagger,
  type FlagOutcome,
  mostOpenFlags,
} from '../../evidence/curation/curation-records.ts';
import { placeIn } from '../sealing/sealed-place.ts';
import type { Reader, Tx } from '../store.ts';
import { countUp } from './curation-state.ts';
import type { CurationTables } from './curation-tables.ts';

type FlagRow = CurationTables['claimFlag'];

/**
 * One open flag a person and statement: who thinks again replaces what they said before. False, and nothing is kept,
 * when the person has as many open on other statements as one may have.
 */
export async function flagClaim(tx: Tx, flag: ClaimFlag): Promise<boolean> {
  const { note, ...row } = flag;
  // First: its one row lets one of two flags at once wait for the other, also on PostgreSQL.
  await countUp(tx, 'changes');
  if ((await openOnOthers(tx, flag)) >= mostOpenFlags) return false;
  await tx
    .deleteFrom('claimFlag')
    .where('teamId', '=', flag.teamId)
    .where('userId', '=', flag.userId)
    .where('claimId', '=', flag.claimId)
    .where('state', '=', 'open')
    .execute();
  const place = placeIn('claimFlag', 'note', { ...flag, channelId: '' });
  await tx
    .insertInto('claimFlag')
    .values({
      ...{ ...row, channelId: '', state: 'open', note: note === null ? null : tx.sealing.seal(place, note) },
      ...{ decidedBy: null, decidedAtMs: null, decisionNote: null, tellingAtMs: null },
    })
    .execute();
  record(tx, flag, 'flagged', flag, flag.atMs);
  return true;
}

/** How many statements besides this one the same person has open flags on. */
async function openOnOthers(tx: Tx, { teamId, userId, claimId }: ClaimFlag): Promise<number> {
  const { open } = await tx
    .selectFrom('claimFlag')
    .select(({ fn }) => fn.countAll().as('open'))
    .where('teamId', '=', teamId)
    .where('userId', '=', userId)
    .where('claimId', '!=', claimId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return Number(open);
}

export async function listOpenFlags(reader: Reader): Promise<ClaimFlag[]> {
  return (await flagsThatAre(reader, ['open'])).map((row) => ({
    ...whatWasFlagged(row),
    note: row.note === null ? null : reader.sealing.open(placeIn('claimFlag', 'note', row), row.note),
  }));
}

/** Without what anybody wrote of them, which only who is told reads. */
export async function listDecidedFlags(reader: Reader): Promise<DecidedClaimFlag[]> {
  return (await flagsThatAre(reader, ['upheld', 'rejected'])).map((row) => ({
    ...whatWasFlagged(row),
    ...{ note: null, outcome: row.state as FlagOutcome, decidedAtMs: row.decidedAtMs ?? row.atMs },
  }));
}

function flagsThatAre(reader: Reader, states: readonly string[]): Promise<FlagRow[]> {
  return reader
    .selectFrom('claimFlag')
    .selectAll()
    .where('state', 'in', states)
    .orderBy('atMs')
    .orderBy('id')
    .execute();
}

function whatWasFlagged({ id, claimId, contentHash, teamId, userId, atMs, reason }: FlagRow) {
  return { id, claimId, contentHash, teamId, userId, atMs, reason: reason as FlagReason };
}

/** False when somebody decided before, or there is no such flag. */
export async function decideFlag(
  tx: Tx,
  by: Flagger,
  flagId: string,
  { outcome, note, atMs }: { outcome: FlagOutcome; note: string; atMs: number },
): Promise<boolean> {
  const open = await tx
    .selectFrom('claimFlag')
    .select(['teamId', 'channelId', 'id', 'claimId'])
    .where('id', '=', flagId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (!open) return false;
  // Before the flag, as where one is replaced: the other order could wait for ever.
  await countUp(tx, 'changes');
  const { numUpdatedRows } = await tx
    .updateTable('claimFlag')
    .set({
      ...{ state: outcome, decidedBy: by.userId, decidedAtMs: atMs },
      decisionNote: tx.sealing.seal(placeIn('claimFlag', 'decisionNote', open), note),
    })
    .where('teamId', '=', open.teamId)
    .where('channelId', '=', open.channelId)
    .where('id', '=', open.id)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return false;
  record(tx, by, outcome, open, atMs);
  return true;
}

function record(
  tx: Tx,
  { userId, teamId }: Flagger,
  outcome: string,
  { id, claimId }: Pick<ClaimFlag, 'id' | 'claimId'>,
  atMs: number,
): void {
  const what = { action: 'changed', what: 'flag', about: [claimId, id] } as const;
  tx.record({ atMs, actor: userId, teamId, channelId: '', ...what, outcome });
}

/**
 * Flags that were rejected before an instant and whose setters have been told; gives back how many. One that was upheld
 * still marks its statement, until the files do.
 */
export async function purgeFlags(tx: Tx, beforeMs: number): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('claimFlag')
    .where('state', '=', 'rejected')
    .where('decidedAtMs', '<', beforeMs)
    .where('tellingAtMs', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
