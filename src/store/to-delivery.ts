import type { Selectable } from 'kysely';
import type { Delivery } from './delivery.ts';
import type { Tables } from './tables.ts';

export function toDelivery({ teamId, channelId, ...row }: Selectable<Tables['outbox']>): Delivery {
  return { ...row, board: { teamId, channelId } };
}
