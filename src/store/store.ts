import type { Kysely, Transaction } from 'kysely';
import type { EntryToRecord } from './audit/audit-entry.ts';
import type { Sealing } from './sealing/sealing.ts';
import type { Tables } from './tables.ts';

export type Engine = 'sqlite' | 'postgres';

/** Comes with the database, so that nobody can read or write a sealed column without it. */
interface Sealed {
  sealing: Sealing;
}

/** What is committed with the audit entries about it, which are written last: who writes one holds the others up. */
interface Recorded {
  record(entry: EntryToRecord): void;
}

/** What functions that only read take; a transaction is one too. */
export type Reader = Kysely<Tables> & Sealed;

/** What functions that write take: whoever calls them decides what is committed together. */
export type Tx = Transaction<Tables> & Sealed & Recorded;

export interface Store {
  engine: Engine;
  /** Whether a statement would be on its way to the database before anything else is read or written. */
  writesAtOnce(): boolean;
  /** For reads that stand alone. Inside a transaction, read with the transaction: SQLite has one connection. */
  db: Reader;
  /** Commits when `work` resolves, rolls back when it rejects. Refused inside another transaction. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
