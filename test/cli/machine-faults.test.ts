import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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
    expect([status, stderr]).toEqual([1, expect.stringContaining('It is a folder. Name a file.')]);
    expect(stderr).not.toMatch(/\.ts:|node:/);
    expect(readdirSync(folder)).toEqual([]);
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
