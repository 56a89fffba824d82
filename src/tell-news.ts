import type { MessageReply } from './command.ts';
import type { Log } from './log.ts';
import { clientOrNone } from './slack/client-or-none.ts';
import type { ClientOf } from './slack/clients.ts';
import { tellPrivately } from './slack/tell-privately.ts';

/** What became of something that people asked or said, and who is still to be told. */
export interface News<One extends { teamId: string; userId: string }> {
  list(): Promise<One[]>;
  /** True for one process only. */
  take(one: One, atMs: number): Promise<boolean>;
  giveBack(one: One, takenAtMs: number): Promise<unknown>;
  message(one: One): Pick<MessageReply, 'text' | 'blocks'>;
  /** For the log. */
  notTold: string;
}

/** Tells each person by direct message, once. */
export async function tellNews<One extends { teamId: string; userId: string }>(
  news: News<One>,
  { clientOf, log, nowMs }: { clientOf: ClientOf; log: Log; nowMs(): number },
): Promise<void> {
  for (const one of await news.list()) {
    const client = await clientOrNone(clientOf, one.teamId, log);
    if (client === undefined) continue;
    const takenAtMs = nowMs();
    if (!(await news.take(one, takenAtMs))) continue;
    const outcome = await tellPrivately(client, one.userId, news.message(one), log);
    const isSurelyUntold =
      outcome.kind === 'refused' || (outcome.kind === 'permanent' && outcome.of === 'workspace');
    // Of an end that nobody knows it is not tried again: to be told twice is worse than to look it up.
    if (isSurelyUntold) await news.giveBack(one, takenAtMs);
    if (outcome.kind !== 'sent') log.warn({ code: outcome.code }, news.notTold);
  }
}
