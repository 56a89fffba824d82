import type { BoardAccess } from '../access/board-access.ts';
import type { Board } from '../followup/follow-up.ts';

/** Whether this person may see what this board keeps. Throws when Slack does not say: a calendar then keeps what it has. */
export function createMaySeeBoard(access: Pick<BoardAccess, 'opensTo'>) {
  return async ({ userId }: { teamId: string; userId: string }, board: Board): Promise<boolean> => {
    const opens = await access.opensTo(board, userId);
    if (opens === 'unknown') throw new Error('Slack did not say who belongs to a board');
    return opens === 'open';
  };
}
