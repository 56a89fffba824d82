import type { BoardSettings, FollowUp } from '../followup/follow-up.ts';

/** The user ids of all whom these follow-ups may write to, each once; nobody when there are none. */
export function peopleOfFollowUps(
  followUps: readonly Pick<FollowUp, 'ownerId' | 'backupId'>[],
  { boardLeadId }: Pick<BoardSettings, 'boardLeadId'>,
): string[] {
  if (followUps.length === 0) return [];
  const people = followUps.flatMap(({ ownerId, backupId }) => [ownerId, backupId]);
  return [...new Set(boardLeadId === null ? people : [...people, boardLeadId])];
}
