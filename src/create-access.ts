import { type AccessRules, type BoardAccess, createBoardAccess } from './access/board-access.ts';
import type { SlackConfig } from './config.ts';
import type { Log } from './log.ts';
import { createBoardMembers } from './slack/board-members.ts';
import { boltLogger } from './slack/bolt-logger.ts';
import { createPostingClient } from './slack/create-posting-client.ts';
import { createPeople } from './slack/people.ts';

export interface AccessOptions {
  slack: Pick<Exclude<SlackConfig, { mode: 'sandbox' }>, 'botToken' | 'apiUrl'>;
  rules: AccessRules;
  log: Log;
  /** The machine's clock: what Slack said grows old also where the app's own stands still. */
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
export function createAccess({ slack, rules, log, nowMs = Date.now }: AccessOptions): Access {
  const client = createPostingClient({ ...slack, logger: boltLogger(log) });
  const membership = createBoardMembers(() => client, log, nowMs);
  const accessBy = (freshMs: number, pauseMs?: number) => {
    const people = createPeople(() => client, log, nowMs, pauseMs);
    return createBoardAccess(
      { standing: (teamId, id) => people.standing(teamId, id, freshMs), membership },
      rules,
    );
  };
  return { access: accessBy(askingFreshMs, askingPauseMs), isShutOut: accessBy(remindingFreshMs).isShutOut };
}
