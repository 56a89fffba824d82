import type { Selectable } from 'kysely';
import type { BoardDelivery, Delivery } from './delivery.ts';
import type { Tables } from './tables.ts';

type OutboxRow = Selectable<Tables['outbox']>;

export function toDelivery(row: OutboxRow): Delivery {
  const { occurrenceId } = row;
  if (occurrenceId === null) throw new Error(`delivery ${row.id} is about no occurrence`);
  return { ...common(row), occurrenceId };
}

export function toBoardDelivery(row: OutboxRow): BoardDelivery {
  const { occurrenceId } = row;
  if (occurrenceId !== null) throw new Error(`delivery ${row.id} is about one occurrence`);
  return { ...common(row), occurrenceId };
}

function common({ teamId, channelId, ...row }: OutboxRow): Omit<Delivery, 'occurrenceId'> {
  return { ...row, board: { teamId, channelId } };
}
