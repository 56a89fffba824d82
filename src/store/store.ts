import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

export type Engine = 'sqlite' | 'postgres';

/** What functions that only read take; a transaction is one too. */
export type Reader = Kysely<Tables>;

/** What functions that write take: whoever calls them decides what is committed together. */
export type Tx = Transaction<Tables>;

export interface Store {
  engine: Engine;
  /** For reads that stand alone. Inside a transaction, read with the transaction: SQLite has one connection. */
  db: Reader;
  /** Commits when `work` resolves, rolls back when it rejects. Refused inside another transaction. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
