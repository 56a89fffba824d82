import type { Person, Services } from '../../src/command.ts';
import type { Board } from '../../src/followup/follow-up.ts';

/** Which of these boards of one workspace a person may see, in order; and of how many Slack did not say. */
export async function boardsOpenTo(
  { teamId, userId }: Person,
  boards: readonly Board[],
  { access }: Services,
): Promise<{ channelIds: string[]; unknown: number }> {
  const channelIds = [...new Set(boards.map(({ channelId }) => channelId))].sort();
  const opens = await Promise.all(
    channelIds.map((channelId) => access.opensTo({ teamId, channelId }, userId)),
  );
  return {
    channelIds: channelIds.filter((_, at) => opens[at] === 'open'),
    unknown: opens.filter((one) => one === 'unknown').length,
  };
}
