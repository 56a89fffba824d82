import { UserError } from '../errors.ts';
import { type Act, fieldChanges } from './act.ts';
import type { FollowUp, HistoryEntry } from './follow-up.ts';
import { LINES_TO_TYPE } from './lines-to-type.ts';
import { refuseMissing, refuseSamePerson } from './refusals.ts';

/** A follow-up after a change, still with the version it was read at, and the line for its history. */
export interface ChangedFollowUp {
  followUp: FollowUp;
  entry: HistoryEntry;
  /** The user ids of all who must hear of it. */
  tell: string[];
}

/**
 * Gives a follow-up to another owner or backup. Throws a `UserError` when one is missing, both are one person, or
 * nothing would change.
 *
 * @example
 * reassign(followUp, { ownerId: 'U5' }, act).tell //=> ['U1', 'U5']: the old owner and the new one
 */
export function reassign(
  followUp: FollowUp,
  people: Partial<Pick<FollowUp, 'ownerId' | 'backupId'>>,
  act: Act,
): ChangedFollowUp {
  const changed = { ...followUp, ...people };
  refuseMissing(
    { owner: changed.ownerId, backup: changed.backupId },
    'reassign this follow-up',
    LINES_TO_TYPE.reassign,
  );
  refuseSamePerson(changed.ownerId, changed.backupId);
  const result = withEntry(followUp, changed, 'reassigned', act);
  if (result.entry.changes.length > 0) return result;
  throw new UserError('These people have it already. Name another owner or backup.');
}

/**
 * Hands a follow-up over when its owner can no longer be reached (account deactivated, away): backup and owner
 * change places, so that nobody is lost and the board lead can name a new backup.
 *
 * @example
 * handOver(followUp, act).followUp.ownerId //=> 'U2', who was the backup
 */
export function handOver(followUp: FollowUp, act: Act): ChangedFollowUp {
  const changed = { ...followUp, ownerId: followUp.backupId, backupId: followUp.ownerId };
  return withEntry(followUp, changed, 'handed-over', act);
}

function withEntry(before: FollowUp, after: FollowUp, action: string, act: Act): ChangedFollowUp {
  const changes = fieldChanges(before, after);
  const people = changes.flatMap(({ from, to }) => [from, to]);
  return {
    followUp: after,
    entry: { followUpId: before.id, occurrenceId: null, action, by: act.by, atMs: act.atMs, changes },
    tell: [...new Set(people.filter((one) => typeof one === 'string'))],
  };
}
