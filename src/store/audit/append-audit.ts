import type { Tx } from '../store.ts';
import { type AuditEntry, type AuditRow, hashOf } from './audit-entry.ts';
import { holdHead, writeHead } from './audit-head.ts';

/**
 * Adds entries to the end of the record. It comes last in its transaction: from here to the commit nobody else can
 * add one, on any replica.
 */
export async function appendAudit(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const head = await holdHead(tx);
  let { lastNumber, lastHash } = head;
  const rows = entries.map((entry): AuditRow => {
    lastNumber += 1;
    const row = { ...entry, number: lastNumber, about: JSON.stringify(entry.about) };
    lastHash = hashOf(row, lastHash);
    return { ...row, hash: lastHash };
  });
  await tx.insertInto('audit').values(rows).execute();
  await writeHead(tx, { ...head, lastNumber, lastHash });
}
