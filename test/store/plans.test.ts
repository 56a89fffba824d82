import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createReminderPlanner } from '../../src/delivery/create-reminder-planner.ts';
import { book } from '../../src/followup/book.ts';
import { createFollowUpRecords } from '../../src/store/follow-up-records.ts';
import type { Store } from '../../src/store/store.ts';
import { deliveryRig } from '../delivery/delivery-rig.ts';
import { board, settings, writeDueScans } from '../delivery/open-reminders.ts';

afterEach(() => vi.restoreAllMocks());

/** What SQLite was asked from now on. */
function recordStatements(): Set<string> {
  const asked = new Set<string>();
  const { prepare } = DatabaseSync.prototype;
  vi.spyOn(DatabaseSync.prototype, 'prepare').mockImplementation(function (this: DatabaseSync, statement) {
    asked.add(statement);
    return prepare.call(this, statement);
  });
  return asked;
}

/** Those that read a table from its first row to its last, without an index. */
async function fullScans({ db }: Store, asked: ReadonlySet<string>): Promise<string[]> {
  const tables = await sql<{ name: string }>`select name from sqlite_schema where type = 'table'`.execute(db);
  // One row is all that it ever has.
  const names = new Set(tables.rows.map(({ name }) => name).filter((name) => name !== 'audit_head'));
  const found: string[] = [];
  for (const statement of [...asked].filter((one) => /^(select|insert|update|delete|with) /.test(one))) {
    // A parameter that is not bound is null, and changes no plan.
    const { rows } = await sql.raw<{ detail: string }>(`explain query plan ${statement}`).execute(db);
    for (const { detail } of rows) {
      const [, scanned = '', how = ''] = /^SCAN (\w+)(.*)$/.exec(detail) ?? [];
      if (names.has(scanned) && !how.includes('USING')) found.push(`${detail}: ${statement}`);
    }
  }
  return found;
}

describe('on SQLite, which holds up everything else while it reads,', () => {
  it('no table is read whole by a tick that delivers', async () => {
    const { store, clock, standIn, tick } = await deliveryRig({});
    // The day's upkeep looks at everything, and is over.
    await tick();
    await writeDueScans(store, { UMANY: 5, UONE: 1 }, clock.nowMs);
    const asked = recordStatements();
    await tick();
    expect(standIn.posted).toHaveLength(2);
    expect(asked.size).toBeGreaterThan(10);
    expect(await fullScans(store, asked)).toEqual([]);
  });

  it('no table is read whole by what people ask and change', async () => {
    const { store, clock } = await deliveryRig({ UOWNER: 3 });
    const nowMs = () => clock.nowMs;
    const planner = createReminderPlanner({
      ...{ timeZones: async () => ({}), nowMs, newId: randomUUID, redraw: () => {} },
    });
    const records = createFollowUpRecords(store, 'UTC', planner);
    const asked = recordStatements();
    const scan = await records.findScan(board, 'UOWNER-0');
    if (!scan) throw new Error('no scan');
    await records.ofBoard(board);
    await records.ofCase(board, scan.followUp.caseCode);
    await records.openOccurrences(board);
    await records.occurrences(board, scan.followUp.id);
    await records.history(board, scan.followUp.id);
    await records.lateScans(board, '2027-03-30');
    await records.openOfPerson(board.teamId, 'UOWNER');
    await records.boardHistory(board);
    const act = { by: 'UOWNER', atMs: clock.nowMs, todayOn: '2027-02-23' };
    const { occurrence, entry } = book(scan.occurrence, '2027-02-26', act);
    expect(await records.save(board, { occurrences: [occurrence], entries: [entry] })).toBe(true);
    expect(asked.size).toBeGreaterThan(12);
    expect(await fullScans(store, asked)).toEqual([]);
  });

  it('and the check sees one that is', async () => {
    const { store } = await deliveryRig({ UOWNER: 1 });
    const asked = recordStatements();
    await store.db.selectFrom('outbox').select('id').where('failure', '=', settings.sendAt).execute();
    expect(await fullScans(store, asked)).toHaveLength(1);
  });
});
