import type { Reader } from '../store.ts';
import type { AuditRow } from './audit-entry.ts';

const pageSize = 1_000;

/** The record from its first row to its last, page by page, so that it is never in memory as a whole. */
export async function* listAudit(reader: Reader): AsyncGenerator<AuditRow> {
  for (let last = -1; ; ) {
    const rows: AuditRow[] = await reader
      .selectFrom('audit')
      .selectAll()
      .where('number', '>', last)
      .orderBy('number')
      .limit(pageSize)
      .execute();
    yield* rows;
    if (rows.length < pageSize) return;
    last = rows.at(-1)?.number ?? last;
  }
}
