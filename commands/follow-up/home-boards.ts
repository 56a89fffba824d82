import type { Person, Services } from '../../src/command.ts';
import type { BoardSettings } from '../../src/followup/follow-up.ts';
import type { Scan } from '../../src/followup/follow-up-records.ts';

/**
 * The boards of which App Home shows a person anything: those where they own or back up something open, or which
 * they lead. What a person may see there is decided here and nowhere else.
 */
export async function homeBoards(
  { teamId, userId }: Person,
  open: readonly Scan[],
  { followUps }: Services,
): Promise<BoardSettings[]> {
  const led = await followUps.boardsLedBy(teamId, userId);
  const channelIds = new Set(
    [...open.map(({ followUp }) => followUp.board), ...led].map((board) => board.channelId),
  );
  return Promise.all([...channelIds].sort().map((channelId) => followUps.settings({ teamId, channelId })));
}
