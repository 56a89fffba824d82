import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertFollowUp, listFollowUps } from '../../src/store/follow-ups.ts';
import { openStore } from '../../src/store/open-store.ts';
import { testKeyRing } from '../support/key-ring.ts';
import { withStore } from './engines.ts';
import { board, fullFollowUp } from './records.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imt-sqlite-'));
  path = join(folder, 'data', 'imt-board.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a store on SQLite', () => {
  it.each([
    ['synchronous', 2],
    ['journal_mode', 'wal'],
    ['foreign_keys', 1],
    ['fullfsync', 1],
    ['busy_timeout', 10_000],
  ])('has %s = %s on the connection that it writes with', async (pragma, wanted) => {
    await withStore(`sqlite:${path}`, async (store) => {
      const read = () => sql.raw<object>(`pragma ${pragma}`).execute(store.db);
      expect(Object.values((await read()).rows[0] ?? {})).toEqual([wanted]);
      await store.transaction((tx) => insertFollowUp(tx, fullFollowUp));
      expect(Object.values((await read()).rows[0] ?? {})).toEqual([wanted]);
    });
  });

  it('has strict tables only', async () => {
    await withStore(`sqlite:${path}`, async (store) => {
      const loose = sql`select name from pragma_table_list where schema = 'main' and strict = 0
        and name not like 'sqlite%'`;
      expect((await loose.execute(store.db)).rows).toEqual([]);
    });
  });

  it('keeps its folder and its files from other users of the machine', async () => {
    await withStore(`sqlite:${path}`, async (store) => {
      await store.transaction((tx) => insertFollowUp(tx, fullFollowUp));
      const rights = (file: string) => (statSync(file).mode & 0o777).toString(8);
      expect(rights(join(folder, 'data'))).toBe('700');
      expect(['', '-wal', '-shm'].map((suffix) => rights(path + suffix))).toEqual(['600', '600', '600']);
    });
  });

  it('takes the write lock when a transaction begins, so that it never fails half-way for having read', async () => {
    await withStore(`sqlite:${path}`, async (store) => {
      const other = new DatabaseSync(path, { timeout: 0 });
      await store.transaction(async (tx) => {
        await listFollowUps(tx, board);
        expect(() => other.exec('begin immediate')).toThrow('database is locked');
      });
      other.exec('begin immediate');
      other.close();
    });
  });

  it('refuses a value that it cannot keep in raw SQL too', async () => {
    await withStore(`sqlite:${path}`, async (store) => {
      const raw = sql`select ${new Date(0)} as first, ${1} as second`;
      await expect(raw.execute(store.db)).rejects.toThrow('a Date (write epoch milliseconds)');
    });
  });

  it('refuses a file that is no database, and leaves it as it is', async () => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(path, 'something else entirely');
    chmodSync(path, 0o600);
    await expect(openStore(`sqlite:${path}`, testKeyRing)).rejects.toThrow('file is not a database');
    expect(statSync(path).size).toBe('something else entirely'.length);
  });
});

it.each(['', 'imt.db', 'sqlite:', 'mysql://root:secret@localhost/imt'])(
  'opening %j says what to write, and repeats no password',
  async (databaseUrl) => {
    const opening = openStore(databaseUrl, testKeyRing);
    await expect(opening).rejects.toThrow(/DATABASE_URL .* write sqlite:.* or postgres:/);
    await expect(opening).rejects.not.toThrow(/secret/);
    expect(existsSync('imt.db')).toBe(false);
  },
);
