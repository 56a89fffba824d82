import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { machineFault } from '../../src/machine-fault.ts';
import { openStore } from '../../src/store/open-store.ts';
import { testKeyRing, testKeys } from '../support/key-ring.ts';
import { runApp } from '../support/run-app.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imt-board-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

async function imt(databaseUrl: string, ...words: string[]) {
  const env = { PATH: process.env.PATH, ENCRYPTION_KEYS: testKeys, DATABASE_URL: databaseUrl };
  return new Promise<{ status: unknown; stderr: string }>((resolve) => {
    const flags = ['--disable-warning=ExperimentalWarning', cli, ...words];
    execFile(process.execPath, flags, { env }, (error, _, stderr) =>
      resolve({ status: error?.code ?? 0, stderr }),
    );
  });
}

async function aStore(): Promise<string> {
  const databaseUrl = `sqlite:${join(folder, 'board.db')}`;
  await (await openStore(databaseUrl, testKeyRing)).close();
  return databaseUrl;
}

describe('what the machine refuses is said in a sentence, without the app’s code:', {
  timeout: 60_000,
}, () => {
  test('a backup into a folder that is not there', async () => {
    const { status, stderr } = await imt(await aStore(), 'backup', join(folder, 'none', 'a.imt.gz'));
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^There is no folder .*none\. Make it first, or name another\.\n$/),
    ]);
    expect(stderr).not.toMatch(/\.ts:|node:/);
  });

  test('a restore of a folder, which leaves nothing behind', async () => {
    const { status, stderr } = await imt(`sqlite:${join(folder, 'new.db')}`, 'restore', folder);
    expect([status, stderr]).toEqual([1, `${folder} is a folder. Name a backup in it.\n`]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a backup that is to be a folder, lie in a file, or be named like an option', async () => {
    const databaseUrl = await aStore();
    const before = readdirSync(folder);
    const board = join(folder, 'board.db');
    expect(await imt(databaseUrl, 'backup', folder)).toEqual({
      status: 1,
      stderr: `${folder} is a folder. Name a new file in it.\n`,
    });
    expect(await imt(databaseUrl, 'backup', join(board, 'a.imt.gz'))).toEqual({
      status: 1,
      stderr: `${board}/ cannot be used (ENOTDIR). Part of its path is no folder. Name another.\n`,
    });
    for (const name of ['backup', 'restore'])
      expect(await imt(databaseUrl, name, '--hlep')).toEqual({
        status: 2,
        stderr: expect.stringMatching(/^Unknown option '--hlep'/),
      });
    expect(readdirSync(folder)).toEqual(before);
  });

  const mayWriteAll = process.getuid?.() === 0;
  if (mayWriteAll)
    process.stdout.write('a folder that may not be written to: skipped, since root may write everywhere\n');
  test.skipIf(mayWriteAll)('a backup into a folder that may not be written to', async () => {
    const databaseUrl = await aStore();
    const locked = mkdtempSync(join(folder, 'locked-'));
    chmodSync(locked, 0o500);
    expect(await imt(databaseUrl, 'backup', join(locked, 'a.imt.gz'))).toEqual({
      status: 1,
      stderr: `${locked}/ cannot be used (EACCES). Who runs this may not use it. Give them the right to, or name another.\n`,
    });
  });

  test.each([
    ['sqlite::memory:', /^DATABASE_URL: expected a plain file/],
    ['sqlite:', /^DATABASE_URL: names no file/],
    ['sqlite://board.db', /^DATABASE_URL: sqlite:\/\/ and a name is a file at the root/],
    ['postgres://u:kiwi#secret@h/d', /^DATABASE_URL: cannot be read as an address/],
  ])('a store named %s, in every subcommand, which makes no file of that name', async (url, says) => {
    const file = join(folder, 'a.imt.gz');
    for (const words of [
      ['backup', file],
      ['restore', file],
      ['gaps'],
      ['purge', 'audit', 'before', '2020-01-01'],
    ]) {
      const { status, stderr } = await imt(url, ...words);
      expect([status, stderr]).toEqual([1, expect.stringMatching(says)]);
      expect(stderr).not.toMatch(/kiwi|\.ts:|node:/);
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a store to move that is in memory', async () => {
    expect(await imt('postgres://u@127.0.0.1:9/x', 'move', 'sqlite::memory:')).toEqual({
      status: 1,
      stderr: expect.stringMatching(/^The store to copy: expected a plain file/),
    });
  });

  test('a wrong call, with the usage of that subcommand alone', async () => {
    const { status, stderr } = await imt('', 'backup');
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^"backup" takes the file to write/)]);
    expect(stderr.match(/npm run -s imt -- \w+/g)).toEqual(['npm run -s imt -- backup']);
  });

  test('a store that is no database', async () => {
    const path = join(folder, 'board.db');
    writeFileSync(path, 'no database'.repeat(1_000));
    for (const words of [['backup', join(folder, 'a.imt.gz')], ['gaps']])
      expect((await imt(`sqlite:${path}`, ...words)).stderr).toMatch(
        /^The SQLite file .*It is no database\. [^\n]*\n$/,
      );
  });

  test('a PostgreSQL that is not there, without the password of its address', async () => {
    const { status, stderr } = await imt(
      'postgres://u:kiwisecret@127.0.0.1:9/x',
      'backup',
      join(folder, 'a'),
    );
    expect([status, stderr]).toEqual([1, expect.stringContaining('(ECONNREFUSED)')]);
    expect(stderr).not.toMatch(/kiwisecret|\.ts:|node:/);
  });

  test('a host that is not found, with how a password is written', async () => {
    const { status, stderr } = await imt('postgres://u:kiwi/secret@127.0.0.1/x', 'gaps');
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^DATABASE_URL: cannot be read.*%2F for \/.*%25 for %/),
    ]);
    const error = Object.assign(new Error('getaddrinfo ENOTFOUND p'), { code: 'ENOTFOUND' });
    expect(machineFault(error)).toMatch(/\(ENOTFOUND\).*In its password write %2F for \//);
  });

  test('that it waits for a PostgreSQL that is not there, at once', async () => {
    const env = {
      PATH: process.env.PATH,
      ENCRYPTION_KEYS: testKeys,
      DATABASE_URL: 'postgres://u:kiwi@127.0.0.1:9/x',
    };
    const child = spawn(process.execPath, [cli, 'gaps'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    const [line] = await once(child.stderr, 'data');
    child.kill();
    expect(String(line)).toBe(
      'PostgreSQL does not answer yet (ECONNREFUSED): trying again, for half a minute at most.\n',
    );
  });

  test('a reader that goes away, as `head` does, which is no fault', async () => {
    const child = spawn(process.execPath, [cli, 'dose', '60/30 vs 55/20'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    expect([await text(child.stderr), child.exitCode ?? (await once(child, 'close'))[0]]).toEqual(['', 0]);
  });

  test('the app at its start', async () => {
    const path = join(folder, 'board.db');
    writeFileSync(path, 'no database'.repeat(1_000));
    const { status, stderr } = await runApp({ PORT: '0', DATABASE_URL: `sqlite:${path}` }).ended;
    expect([status, stderr]).toEqual([2, expect.stringContaining('It is no database.')]);
    expect(stderr).not.toMatch(/\.ts:|node:/);
  });
});
