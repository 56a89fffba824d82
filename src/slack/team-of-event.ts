import type { Context } from '@slack/bolt';

/**
 * The workspace for which an event is answered: of a channel that two share, the one that has the app, wherever it
 * happened; the organisation where Slack names no workspace.
 */
export function teamOfEvent({ teamId, enterpriseId }: Context): string {
  return teamId ?? enterpriseId ?? '';
}
