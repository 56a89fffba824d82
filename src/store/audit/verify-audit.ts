import type { Reader } from '../store.ts';
import { type AuditRow, hashOf } from './audit-entry.ts';
import { type AuditHead, readHead } from './audit-head.ts';
import { listAudit } from './list-audit.ts';

/** `lastHash` noted elsewhere shows later whether the whole record was put back to an older state. */
export type AuditVerdict =
  | { intact: true; rows: number; firstNumber: number; lastNumber: number; lastHash: string }
  | { intact: false; problem: string };

/**
 * Walks the record and says the first thing that does not fit: a row that was altered, removed, added or moved, or
 * a head that was. Read it inside a transaction, or the app may add a row between the head and the walk.
 */
export async function verifyAudit(reader: Reader): Promise<AuditVerdict> {
  const head = await readableHead(reader);
  if (typeof head === 'string') return { intact: false, problem: head };
  let [number, hash, rows] = [head.firstNumber - 1, head.firstPreviousHash, 0];
  for await (const row of listAudit(reader)) {
    const problem = misfit(row, number + 1, hash);
    if (problem) return { intact: false, problem };
    [number, hash, rows] = [row.number, row.hash, rows + 1];
  }
  if (number !== head.lastNumber || hash !== head.lastHash)
    return {
      intact: false,
      problem: `the record ends with row ${number}, and ${head.lastNumber} were written`,
    };
  return { intact: true, rows, firstNumber: head.firstNumber, lastNumber: number, lastHash: hash };
}

async function readableHead(reader: Reader): Promise<AuditHead | string> {
  try {
    return (await readHead(reader)) ?? 'the head of the record is gone';
  } catch {
    return 'the head of the record was altered, or ENCRYPTION_KEYS lacks the key that sealed it';
  }
}

function misfit(row: AuditRow, expectedNumber: number, previousHash: string): string | undefined {
  if (row.number < expectedNumber) return `row ${row.number} was added before the first`;
  if (row.number > expectedNumber)
    return row.number === expectedNumber + 1
      ? `row ${expectedNumber} was removed`
      : `rows ${expectedNumber} to ${row.number - 1} were removed`;
  const { hash, ...content } = row;
  return hashOf(content, previousHash) === hash
    ? undefined
    : `row ${row.number} was altered, or the row before it exchanged`;
}
