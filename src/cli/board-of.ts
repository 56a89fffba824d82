import type { Board } from '../followup/follow-up.ts';
import { UsageError } from './subcommand.ts';

/** A board as it is written on the command line: Slack's ids of workspace and channel, as `T1/C1`. */
export function boardOf(written: string): Board {
  const [, teamId, channelId] = /^([A-Z0-9]+)\/([A-Z0-9]+)$/.exec(written) ?? [];
  if (teamId && channelId) return { teamId, channelId };
  throw new UsageError('Name the board by its workspace and channel, as T1/C1.');
}
