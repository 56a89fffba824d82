import type { Generated } from 'kysely';
import type { BoardEntry, BoardSettings, FollowUp, HistoryEntry, Occurrence } from '../followup/follow-up.ts';
import type { AuditRow } from './audit/audit-entry.ts';
import type { CalendarFeedRow } from './calendar-feeds.ts';
import type { CurationTables } from './curation/curation-tables.ts';
import type { BoardDelivery, Delivery } from './delivery.ts';
import type { InstallationTables } from './installations/installation-tables.ts';
import type { QuestionTables } from './questions/question-tables.ts';

/** Every row says whose it is, and every key begins with it. */
interface BoardColumns {
  teamId: string;
  channelId: string;
}

/** A record with what is neither text nor number kept as JSON text. */
type Row<T, Json extends keyof T = never> = Omit<T, 'board' | Json> & {
  [key in Json]: null extends T[key] ? string | null : string;
} & BoardColumns;

export interface Tables extends CurationTables, QuestionTables, InstallationTables {
  followUp: Row<FollowUp, 'anchor' | 'recurrence'> & { caseCodeIndex: string };
  occurrence: Row<Occurrence, 'fromAnchor' | 'attempts' | 'closing'>;
  history: Row<HistoryEntry, 'changes'> & { id: Generated<number> };
  boardHistory: Row<BoardEntry, 'changes'> & { id: Generated<number> };
  boardSettings: BoardColumns & { settings: string; version: BoardSettings['version'] };
  outbox: Row<Delivery | BoardDelivery>;
  /** PostgreSQL's alone; `sealed` is the request. */
  requestInHand: { id: string; sealed: string; keptUntilMs: number };
  calendarFeed: CalendarFeedRow;
  audit: AuditRow;
  auditHead: { id: number; sealed: string };
  sealCanary: { keyId: string; sealed: string };
}
