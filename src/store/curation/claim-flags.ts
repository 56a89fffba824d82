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
 * Beside all that the person said of the statement before; the same reason in the same words is kept once. False, and
 * nothing is kept, when the person has as many open as one may have.
 */
export async function flagClaim(tx: Tx, flag: ClaimFlag): Promise<boolean> {
  const { note, ...row } = flag;
  // First: its one row lets one of two flags at once wait for the other, also on PostgreSQL.
  await countUp(tx, 'changes');
  const open = await openFlagsOf(tx, flag);
  if (open.some((one) => isSaidAlready(flag, { ...one, note: noteOf(one, tx) }))) return true;
  if (open.length >= mostOpenFlags) return false;
  // Later than what the person said before, by a clock that stands still or goes back too: the last one decides for all.
  const lastAtMs = open.findLast((one) => isOfSame(one, flag))?.atMs ?? 0;
  const atMs = Math.max(flag.atMs, lastAtMs + 1);
  const place = placeIn('claimFlag', 'note', { ...flag, channelId: '' });
  await tx
    .insertInto('claimFlag')
    .values({
      ...{ ...row, atMs, channelId: '', state: 'open' },
      note: note === null ? null : tx.sealing.seal(place, note),
      ...{ decidedBy: null, decidedAtMs: null, decisionNote: null, tellingAtMs: null },
    })
    .execute();
  record(tx, flag, 'flagged', flag, flag.atMs);
  return true;
}

/** All that the same person says of whatever statement, oldest first. */
function openFlagsOf(tx: Tx, { teamId, userId }: Flagger): Promise<FlagRow[]> {
  return tx
    .selectFrom('claimFlag')
    .selectAll()
    .where('teamId', '=', teamId)
    .where('userId', '=', userId)
    .where('state', '=', 'open')
    .orderBy('atMs')
    .orderBy('id')
    .execute();
}

type OfClaim = Pick<ClaimFlag, 'claimId' | 'contentHash'>;

const isOfSame = (one: OfClaim, other: OfClaim) =>
  one.claimId === other.claimId && one.contentHash === other.contentHash;

type Said = OfClaim & { reason: string; note: string | null };

const isSaidAlready = (one: Said, other: Said) =>
  isOfSame(one, other) && one.reason === other.reason && one.note === other.note;

function noteOf(row: FlagRow, { sealing }: Reader): string | null {
  return row.note === null ? null : sealing.open(placeIn('claimFlag', 'note', row), row.note);
}

export async function listOpenFlags(reader: Reader): Promise<ClaimFlag[]> {
  return (await flagsThatAre(reader, ['open'])).map((row) => ({
    ...whatWasFlagged(row),
    note: noteOf(row, reader),
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

/**
 * Decides the flag with all that the same person said of the statement before it. False when somebody decided before,
 * when the person has said more since, which whoever decides has not read, or when there is no such flag.
 */
export async function decideFlag(
  tx: Tx,
  by: Flagger,
  flagId: string,
  { outcome, note, atMs }: { outcome: FlagOutcome; note: string; atMs: number },
): Promise<boolean> {
  // First, as where one is set: who comes at the same moment waits, and sees what was done here.
  await countUp(tx, 'changes');
  const last = await tx
    .selectFrom('claimFlag')
    .selectAll()
    .where('id', '=', flagId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (!last) return false;
  const said = (await openFlagsOf(tx, last)).filter((one) => isOfSame(one, last));
  if (said.at(-1)?.id !== flagId) return false;
  for (const one of said) {
    await tx
      .updateTable('claimFlag')
      .set({
        ...{ state: outcome, decidedBy: by.userId, decidedAtMs: atMs },
        decisionNote: tx.sealing.seal(placeIn('claimFlag', 'decisionNote', one), note),
        // Who said it is told by the last alone.
        tellingAtMs: one.id === flagId ? null : atMs,
      })
      .where('teamId', '=', one.teamId)
      .where('channelId', '=', one.channelId)
      .where('id', '=', one.id)
      .execute();
    record(tx, by, outcome, one, atMs);
  }
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
