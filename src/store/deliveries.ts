import type { Board } from '../followup/follow-up.ts';
import type { Delivery } from './delivery.ts';
import type { Reader } from './store.ts';
import { toDelivery } from './to-delivery.ts';

/** Every message of an occurrence, sent or not, in the order in which they were due. */
export async function listDeliveries(
  reader: Reader,
  board: Board,
  occurrenceId: string,
): Promise<Delivery[]> {
  const rows = await reader
    .selectFrom('outbox')
    .selectAll()
    .where('teamId', '=', board.teamId)
    .where('channelId', '=', board.channelId)
    .where('occurrenceId', '=', occurrenceId)
    .orderBy('dueAtMs')
    .orderBy('id')
    .execute();
  return rows.map(toDelivery);
}
