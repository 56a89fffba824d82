import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readClockSkewMs } from '../../src/store/clock-skew.ts';
import { insertFollowUp, listFollowUps } from '../../src/store/follow-ups.ts';
import { listOccurrences } from '../../src/store/occurrences.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testKeyRing } from '../support/key-ring.ts';
import { startSqlite, withStore } from './engines.ts';
import { runProcess } from './processes/run-process.ts';
import { board, fullFollowUp } from './records.ts';
import { type PostgresForTests, startPostgres } from './start-postgres.ts';

let postgres: PostgresForTests;
beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres?.stop());

describe('a store on PostgreSQL', () => {
  it('acknowledges commits once they are on disk, whatever the role’s default', async () => {
    const databaseUrl = await postgres.newDatabase();
    await withStore(databaseUrl, async ({ db }) => {
      const name = sql.id(new URL(databaseUrl).pathname.slice(1));
      await sql`alter database ${name} set synchronous_commit to off`.execute(db);
    });
    await withStore(databaseUrl, async ({ db }) => {
      const { rows } = await sql`show synchronous_commit`.execute(db);
      expect(rows).toEqual([{ synchronousCommit: 'on' }]);
    });
  });

  it('outlives the server’s crash: transactions in progress fail, the next ones work', async () => {
    const databaseUrl = await postgres.newDatabase();
    await withStore(databaseUrl, async (store) => {
      const interrupted = store.transaction(async (tx) => {
        await insertFollowUp(tx, fullFollowUp);
        await postgres.dropAllSessions();
        await wait(300);
        await insertFollowUp(tx, { ...fullFollowUp, id: 'f2' });
      });
      await expect(interrupted).rejects.toThrow();
      const after = await openStore(databaseUrl, testKeyRing);
      expect(await listFollowUps(after.db, board)).toEqual([]);
      await after.close();
      await store.transaction((tx) => insertFollowUp(tx, fullFollowUp));
      expect(await listFollowUps(store.db, board)).toEqual([fullFollowUp]);
    });
  }, 40_000);

  it('loses nothing that was acknowledged when the server crashes under load, and its process lives on', async () => {
    const databaseUrl = await postgres.newDatabase();
    await withStore(databaseUrl, (store) => store.transaction((tx) => insertFollowUp(tx, fullFollowUp)));
    const writer = runProcess(new URL('processes/commit-until-killed.ts', import.meta.url), databaseUrl, '0');
    for (let crash = 1; crash <= 3; crash++) {
      await writer.printedLines(writer.lines().length + 20);
      await postgres.dropAllSessions();
    }
    await writer.printedLines(writer.lines().length + 20);
    writer.kill();
    const { lines, status, stderr } = await writer.ended;
    // Killed by us at the end, and not by an error before.
    expect({ status, stderr }).toEqual({ status: null, stderr: '' });
    await withStore(databaseUrl, async ({ db }) => {
      const kept = new Set((await listOccurrences(db, board, 'f1')).map(({ number }) => number));
      expect(lines.map(Number).filter((number) => !kept.has(number))).toEqual([]);
    });
    process.stdout.write(
      `  postgres: 3 crashes of the server, ${lines.length} commits acknowledged, 0 lost\n`,
    );
  }, 60_000);

  it('has the same tables and columns as a store on SQLite', async () => {
    const sqlite = await startSqlite();
    const ofPostgres = await withStore(await postgres.newDatabase(), columns);
    const ofSqlite = await withStore(await sqlite.newDatabase(), columns);
    await sqlite.stop();
    expect(ofPostgres).toEqual(ofSqlite);
    expect(ofSqlite.length).toBeGreaterThan(50);
  });

  it('tells how far the machine’s clock is from the server’s', async () => {
    await withStore(await postgres.newDatabase(), async (store) => {
      expect(Math.abs(await readClockSkewMs(store, Date.now))).toBeLessThan(1_000);
      const skew = await readClockSkewMs(store, () => Date.now() + 5_000);
      expect(skew).toBeGreaterThan(4_000);
      expect(skew).toBeLessThan(6_000);
    });
  });
});

async function columns({ db, engine }: Store): Promise<string[]> {
  const asked =
    engine === 'sqlite'
      ? sql<Column>`select m.name as "table", c.name, c.type, c."notnull" as required
          from sqlite_schema m, pragma_table_xinfo(m.name) c where m.type = 'table' and m.name not like 'sqlite%'`
      : sql<Column>`select table_name as "table", column_name as name, data_type as type,
          case is_nullable when 'NO' then 1 else 0 end as required
          from information_schema.columns where table_schema = 'public'`;
  const { rows } = await asked.execute(db);
  const kind = (type: string) => (/int/i.test(type) ? 'integer' : type.toLowerCase());
  return (
    rows
      // SQLite does not say that its own row number is required.
      .map((row) => (row.table === 'history' && row.name === 'id' ? { ...row, required: 1 } : row))
      .map(
        ({ table, name, type, required }) => `${table}.${name} ${kind(type)}${required ? ' not null' : ''}`,
      )
      .sort()
  );
}

interface Column {
  table: string;
  name: string;
  type: string;
  required: 0 | 1;
}
