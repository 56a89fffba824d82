import type { Person, Services } from '../../src/command.ts';
import type { BoardSettings } from '../../src/followup/follow-up.ts';
import type { Scan } from '../../src/followup/follow-up-records.ts';
import { boardsOpenTo } from './boards-open-to.ts';

export interface HomeBoards {
  boards: BoardSettings[];
  /** How many more there may be, of which Slack did not say whether the person belongs to them. */
  unknown: number;
}

/**
 * The boards of which App Home shows a person anything: those where they own or back up something open, or which
 * they lead, while they are open to them. What a person may see there is decided here and nowhere else.
 */
export async function homeBoards(
  { teamId, userId }: Person,
  open: readonly Scan[],
  services: Services,
): Promise<HomeBoards> {
  const { followUps } = services;
  const led = await followUps.boardsLedBy(teamId, userId);
  const all = [...open.map(({ followUp }) => followUp.board), ...led];
  const { channelIds, unknown } = await boardsOpenTo({ teamId, userId }, all, services);
  const boards = await Promise.all(channelIds.map((channelId) => followUps.settings({ teamId, channelId })));
  return { boards, unknown };
}
