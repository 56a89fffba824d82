import { type AccessRules, type BoardAccess, createBoardAccess } from './access/board-access.ts';
import type { Log } from './log.ts';
import { createBoardMembers } from './slack/board-members.ts';
import type { ClientOf } from './slack/clients.ts';
import type { People } from './slack/people.ts';

export interface AccessOptions {
  clientOf: ClientOf;
  people: Pick<People, 'standing'>;
  rules: AccessRules;
  log: Log;
  /** Of a clock that nobody sets: what Slack said grows old also where the app's own stands still or the machine's goes back. */
  nowMs?(): number;
}

export interface Access {
  access: BoardAccess;
  /** For reminders, which go out by the hundred: guests and strangers are asked after once an hour. */
  isShutOut: BoardAccess['isShutOut'];
}

const askingFreshMs = 30_000;
const remindingFreshMs = 60 * 60_000;
/** Short: nobody is let in while Slack is not asked. Reminders go out meanwhile and need not ask again so soon. */
const askingPauseMs = 2_000;

/** Puts together what decides who may see what a board keeps: the rules, and what Slack says of people and channels. */
export function createAccess({
  clientOf,
  people,
  rules,
  log,
  nowMs = () => performance.now(),
}: AccessOptions): Access {
  const membership = createBoardMembers(clientOf, log, nowMs);
  const accessBy = (freshMs: number, pauseMs?: number) =>
    createBoardAccess(
      { standing: (teamId, id) => people.standing(teamId, id, freshMs, pauseMs), membership },
      rules,
    );
  return { access: accessBy(askingFreshMs, askingPauseMs), isShutOut: accessBy(remindingFreshMs).isShutOut };
}
