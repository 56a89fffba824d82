import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readClockSkewMs } from '../../src/store/clock-skew.ts';
import { copyStore } from '../../src/store/copy-store.ts';
import { insertFollowUp, listFollowUps } from '../../src/store/follow-ups.ts';
import { listOccurrences } from '../../src/store/occurrences.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testKeyRing } from '../support/key-ring.ts';
import { startSqlite, withStore } from './engines.ts';
import { runProcess } from './processes/run-process.ts';
import { board, fullFollowUp, writeDueReminders } from './records.ts';
import { type PostgresForTests, startPostgres } from './start-postgres.ts';

let postgres: PostgresForTests;
beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres?.stop(), 60_000);

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

  it.each([
    ['tables and columns', columns, 50],
    ['indexes, and what must be unique', indexes, 10],
  ])('has the same %s as a store on SQLite', async (_what, listed, atLeast) => {
    const sqlite = await startSqlite();
    const ofPostgres = await withStore(await postgres.newDatabase(), listed);
    const ofSqlite = await withStore(await sqlite.newDatabase(), listed);
    await sqlite.stop();
    expect(ofPostgres).toEqual(ofSqlite);
    expect(ofSqlite.length).toBeGreaterThan(atLeast);
  });

  it('takes over a large store without reading a board anew for each row that refers to it', async () => {
    const count = 1_500;
    const sqlite = await startSqlite();
    await withStore(await sqlite.newDatabase(), async (from) => {
      await from.transaction((tx) => writeDueReminders(tx, 'f', count, 1_000));
      await withStore(await postgres.newDatabase(), async (to) => {
        await copyStore(from, to, 0);
        const counted = sql<Reads>`select n_tup_ins as written, seq_tup_read + idx_tup_fetch as read
          from pg_stat_user_tables where relname = 'occurrence'`;
        // The server brings its statistics up to date a moment later.
        await expect
          .poll(async () => (await counted.execute(to.db)).rows, { timeout: 10_000 })
          .toMatchObject([{ written: count }]);
        const [{ read } = { read: Number.NaN }] = (await counted.execute(to.db)).rows;
        expect(read).toBeLessThan(20 * count);
      });
    });
    await sqlite.stop();
  }, 30_000);

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
      ? sql<Column>`select m.name as "table", c.name, c.type,
            -- It does not say that its own row number is required.
            c."notnull" or (c.pk = 1 and c.type = 'integer' collate nocase) as required
          from sqlite_schema m, pragma_table_xinfo(m.name) c where m.type = 'table' and m.name not like 'sqlite%'`
      : sql<Column>`select table_name as "table", column_name as name, data_type as type,
          case is_nullable when 'NO' then 1 else 0 end as required
          from information_schema.columns where table_schema = 'public'`;
  const { rows } = await asked.execute(db);
  const kind = (type: string) => (/int/i.test(type) ? 'integer' : type.toLowerCase());
  return rows
    .map(({ table, name, type, required }) => `${table}.${name} ${kind(type)}${required ? ' not null' : ''}`)
    .sort();
}

interface Column {
  table: string;
  name: string;
  type: string;
  required: 0 | 1;
}

/** As `outbox (a, b) unique`, and `where` for one that covers some rows only. */
async function indexes({ db, engine }: Store): Promise<string[]> {
  const asked =
    engine === 'sqlite'
      ? sql<Index>`select m.name as "table", i."unique" as uniquely, i.partial,
          (select group_concat(name, ', ') from (select name from pragma_index_info(i.name) order by seqno)) as columns
          from sqlite_schema m, pragma_index_list(m.name) i where m.type = 'table' and m.name not like 'sqlite%'`
      : sql<Index>`select c.relname as "table", i.indisunique::int as uniquely, (i.indpred is not null)::int as partial,
          (select string_agg(a.attname, ', ' order by k.at) from unnest(i.indkey) with ordinality k(number, at)
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number) as columns
          from pg_index i join pg_class c on c.oid = i.indrelid
          join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute f on f.attrelid = c.oid and f.attnum = i.indkey[0]
          where n.nspname = 'public'
            -- SQLite finds a row by its number without an index.
            and not (i.indisprimary and i.indnatts = 1 and f.atttypid = 'int8'::regtype)`;
  const { rows } = await asked.execute(db);
  return rows
    .map(
      ({ table, columns, uniquely, partial }) =>
        `${table} (${columns})${uniquely ? ' unique' : ''}${partial ? ' where' : ''}`,
    )
    .sort();
}

interface Reads {
  written: number;
  read: number;
}

interface Index {
  table: string;
  columns: string;
  uniquely: 0 | 1;
  partial: 0 | 1;
}
