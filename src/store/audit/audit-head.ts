import type { Reader, Tx } from '../store.ts';

/**
 * Both ends of the chain. Its seal is made with a key that the database does not hold: whoever can write to the
 * database alone can neither shorten the chain nor write it anew.
 */
export interface AuditHead {
  firstNumber: number;
  /** The hash before the first row: of the last one that was purged, or empty. */
  firstPreviousHash: string;
  lastNumber: number;
  lastHash: string;
}

const newHead: AuditHead = { firstNumber: 1, firstPreviousHash: '', lastNumber: 0, lastHash: '' };

const place = { table: 'auditHead', column: 'sealed', row: 'head' };

/** Throws when it was altered, or no key of the ring opens it. Undefined when there is none. */
export async function readHead(reader: Reader): Promise<AuditHead | undefined> {
  const row = await reader.selectFrom('auditHead').select('sealed').executeTakeFirst();
  return row && JSON.parse(reader.sealing.open(place, row.sealed));
}

/** The same, held until the transaction ends: entries are written one after the other, on every replica. */
export async function holdHead(tx: Tx): Promise<AuditHead> {
  // SQLite's transactions hold the whole database; an update of nothing makes PostgreSQL hold the row.
  await tx
    .updateTable('auditHead')
    .set(({ ref }) => ({ sealed: ref('sealed') }))
    .execute();
  const head = await readHead(tx);
  if (head === undefined) throw new Error('the audit record has lost its head');
  return head;
}

export async function writeHead(tx: Tx, head: AuditHead): Promise<void> {
  await tx
    .updateTable('auditHead')
    .set({ sealed: tx.sealing.seal(place, JSON.stringify(head)) })
    .execute();
}

/** At the first start of a database; later ones find it there. */
export async function createHead(tx: Tx): Promise<void> {
  const rows = await tx.selectFrom('auditHead').select('id').execute();
  if (rows.length > 0) return;
  const anyRow = await tx.selectFrom('audit').select('number').executeTakeFirst();
  // A head that was taken away must not be made anew as if nothing had been written.
  if (anyRow !== undefined) return;
  await tx
    .insertInto('auditHead')
    .values({ id: 1, sealed: tx.sealing.seal(place, JSON.stringify(newHead)) })
    .execute();
}
