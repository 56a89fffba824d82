import type { EntryToRecord } from './store/audit/audit-entry.ts';

/** What the edges write to the record of who asked, saw, changed and sent what. */
export interface AuditTrail {
  /** Never delays or fails what it is about; what cannot be written is an alarm in the log. */
  record(entry: Omit<EntryToRecord, 'atMs'>): void;
  /** Resolves when everything that was recorded so far is written, or has failed. */
  settled(): Promise<void>;
}
