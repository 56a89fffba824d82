import type { UsersInfoResponse } from '@slack/web-api';
import type { Standing } from '../access/board-access.ts';

type User = NonNullable<UsersInfoResponse['user']>;

/** Who a user is in a workspace; null when Slack does not say to which one they belong. */
export function standingIn(teamId: string, user: User): Standing | null {
  const { team_id, enterprise_user } = user;
  if (team_id === undefined) return null;
  const isAdmin = [user.is_admin, user.is_owner, user.is_primary_owner].includes(true);
  const ofWorkspace = team_id === teamId || (enterprise_user?.teams ?? []).includes(teamId);
  if (user.is_bot) return { kind: 'app', isAdmin: false };
  if (user.deleted) return { kind: 'deactivated', isAdmin: false };
  // An admin of their own workspace is no admin of this one.
  if (user.is_stranger || !ofWorkspace) return { kind: 'external', isAdmin: false };
  if (user.is_restricted || user.is_ultra_restricted) return { kind: 'guest', isAdmin: false };
  return { kind: 'member', isAdmin };
}
