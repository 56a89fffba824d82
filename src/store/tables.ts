import type { Generated } from 'kysely';
import type { BoardSettings, FollowUp, HistoryEntry, Occurrence } from '../followup/follow-up.ts';
import type { Delivery } from './delivery.ts';

/** Every row says whose it is, and every key begins with it. */
interface BoardColumns {
  teamId: string;
  channelId: string;
}

/** A record with what is neither text nor number kept as JSON text. */
type Row<T, Json extends keyof T = never> = Omit<T, 'board' | Json> & {
  [key in Json]: null extends T[key] ? string | null : string;
} & BoardColumns;

export interface Tables {
  followUp: Row<FollowUp, 'anchor' | 'recurrence'>;
  occurrence: Row<Occurrence, 'fromAnchor' | 'attempts' | 'closing'>;
  history: Row<HistoryEntry, 'changes'> & { id: Generated<number> };
  boardSettings: BoardColumns & { settings: string; version: BoardSettings['version'] };
  outbox: Row<Delivery>;
}
