import type { Board } from '../followup/follow-up.ts';
import type { Delivery } from './delivery.ts';
import type { Reader } from './store.ts';
import { toDelivery } from './to-delivery.ts';

/** A message in Slack that told of one or more dates. */
export interface PostedMessage {
  conversationId: string;
  messageTs: string;
}

/** The messages that told of these dates, the newest first. */
export async function listPostedMessages(
  reader: Reader,
  board: Board,
  occurrenceIds: readonly string[],
  limit: number,
): Promise<PostedMessage[]> {
  if (occurrenceIds.length === 0) return [];
  const rows = await reader
    .selectFrom('outbox')
    .select(['conversationId', 'messageTs', ({ fn }) => fn.max('sentAtMs').as('sentAtMs')])
    .where('teamId', '=', board.teamId)
    .where('channelId', '=', board.channelId)
    .where('occurrenceId', 'in', occurrenceIds)
    .where('messageTs', 'is not', null)
    .groupBy(['conversationId', 'messageTs'])
    .orderBy('sentAtMs', 'desc')
    .limit(limit)
    .execute();
  return rows.flatMap(({ conversationId, messageTs }) =>
    conversationId && messageTs ? [{ conversationId, messageTs }] : [],
  );
}

/** All that one message settled, of any board, in the order in which it told of it. */
export async function listDeliveriesOfMessage(
  reader: Reader,
  teamId: string,
  { conversationId, messageTs }: PostedMessage,
): Promise<Delivery[]> {
  const rows = await reader
    .selectFrom('outbox')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .where('messageTs', '=', messageTs)
    .where('teamId', '=', teamId)
    .where('occurrenceId', 'is not', null)
    .orderBy('dueAtMs')
    .orderBy('id')
    .execute();
  return rows.map(toDelivery);
}
