import type { Membership } from '../access/board-access.ts';
import type { Board } from '../followup/follow-up.ts';
import type { Log } from '../log.ts';
import { callFailure } from './call-failure.ts';
import type { ClientOf } from './clients.ts';

/** Well under the minute within which leaving a channel must end access. */
const freshMs = 30_000;
/**
 * For how long "is not here" is believed, since whoever reads it has themselves invited and tries again; and no answer,
 * since many reminders must not each wait for a Slack that is silent.
 */
const doubtedMs = 5_000;
const pageSize = 1_000;
/** Beyond that a conversation is no board. */
const mostPages = 10;

type Answer = ReadonlySet<string> | 'unseen' | 'unknown';

/** Slack's words for "there is no such conversation for this app", which is an answer. */
const unseen = new Set(['channel_not_found', 'not_in_channel', 'is_archived']);

/** Who is in the channel of a board: asked of Slack, and remembered for half a minute. */
export function createBoardMembers(
  clientOf: ClientOf,
  log: Log,
  nowMs: () => number = () => performance.now(),
): (board: Board, userId: string) => Promise<Membership> {
  const known = new Map<string, { askedAtMs: number; answer: Promise<Answer> }>();

  async function ask({ teamId, channelId }: Board): Promise<Answer> {
    const members = new Set<string>();
    try {
      const client = await clientOf(teamId);
      for (let page = 0, cursor = ''; page < mostPages; page++) {
        const answer = await client.conversations.members({
          channel: channelId,
          limit: pageSize,
          ...(cursor ? { cursor } : {}),
        });
        for (const id of answer.members ?? []) members.add(id);
        cursor = answer.response_metadata?.next_cursor ?? '';
        if (!cursor) break;
      }
      // There is nobody in no channel: such an answer is none.
      return members.size > 0 ? members : 'unknown';
    } catch (error) {
      const { code } = callFailure(error);
      log.warn({ teamId, channelId, code }, 'Slack did not say who belongs to a board');
      return unseen.has(code) ? 'unseen' : 'unknown';
    }
  }

  function remembered(board: Board, forMs: number): Promise<Answer> {
    const key = `${board.teamId} ${board.channelId}`;
    const kept = known.get(key);
    if (kept && kept.askedAtMs > nowMs() - forMs) return kept.answer;
    const answer = ask(board);
    known.set(key, { askedAtMs: nowMs(), answer });
    if (known.size > 1_000) forgetOld();
    return answer;
  }

  function forgetOld(): void {
    for (const [key, { askedAtMs }] of known) if (askedAtMs <= nowMs() - freshMs) known.delete(key);
  }

  const membershipIn = (answer: Answer, userId: string): Membership => {
    if (typeof answer === 'string') return answer;
    return answer.has(userId) ? 'member' : 'outside';
  };

  return async (board, userId) => {
    const membership = membershipIn(await remembered(board, freshMs), userId);
    return membership === 'member' ? 'member' : membershipIn(await remembered(board, doubtedMs), userId);
  };
}
