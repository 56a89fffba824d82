import type { BoardSettings, FollowUp, RecipientRole } from '../followup/follow-up.ts';
import { recipientId } from '../followup/ladder-steps.ts';

/** Each list: the first of it that is not who could not be reached. */
const instead: Readonly<Record<RecipientRole, readonly (readonly RecipientRole[])[]>> = {
  owner: [['owner', 'backup'], ['board-lead']],
  backup: [['board-lead']],
  channel: [['board-lead']],
  'board-lead': [['channel']],
};

/** Who hears of it when the person or channel `to`, in this role, cannot be reached. */
export function toldInstead(
  role: RecipientRole,
  to: string,
  followUp: FollowUp,
  settings: BoardSettings,
): RecipientRole[] {
  const idOf = (one: RecipientRole) => recipientId(one, followUp, settings) ?? settings.board.channelId;
  const held = (one: RecipientRole) =>
    one === 'board-lead' && settings.boardLeadId === null ? 'channel' : one;
  const firstOther = (roles: readonly RecipientRole[]) => roles.map(held).find((one) => idOf(one) !== to);
  const told = instead[role].map(firstOther).filter((one) => one !== undefined);
  const last = firstOther(['channel', 'owner']);
  return told.length > 0 || last === undefined ? told : [last];
}
