import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { fileInHand } from '../../src/store/in-hand/file-in-hand.ts';
import { createSealing } from '../../src/store/sealing/sealing.ts';
import { testKeyRing } from '../support/key-ring.ts';
import { requestNamed } from './requests.ts';

let folder: string;
let path: string;
let logLines: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imt-in-hand-'));
  path = join(folder, 'board.db.in-hand');
  logLines = [];
});
afterEach(() => rmSync(folder, { recursive: true }));
const opened = () =>
  fileInHand(path, createSealing(testKeyRing), createLog('info', { write: (line) => logLines.push(line) }));
const [first, second] = [requestNamed('first'), requestNamed('second')];

describe('the file of requests in hand beside an SQLite database', () => {
  it('has for the next process what was taken and not answered', async () => {
    const killed = opened();
    await killed.take(first);
    await killed.take(second);
    await killed.done('first');
    expect(await opened().abandoned()).toEqual([second]);
  });

  it('names what was left again until somebody was told, also through another kill', async () => {
    await opened().take(first);
    const next = opened();
    expect(await next.abandoned()).toEqual([first]);
    expect(await next.abandoned()).toEqual([first]);
    const afterThat = opened();
    expect(await afterThat.abandoned()).toEqual([first]);
    await afterThat.done('first');
    expect(await afterThat.abandoned()).toEqual([]);
    expect(await opened().abandoned()).toEqual([]);
  });

  it('does not take what it works on itself for left', async () => {
    const app = opened();
    await app.take(first);
    expect(await app.abandoned()).toEqual([]);
  });

  it('is read by nobody else, and tells neither who asked nor where they are answered', async () => {
    const app = opened();
    await app.take(first);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).not.toMatch(/UWHOASKED|slack\.example/);
  });

  it('goes when the app ends in order with nothing in hand', async () => {
    const app = opened();
    await app.take(first);
    await app.done('first');
    await app.close();
    expect(existsSync(path)).toBe(false);
  });

  it('stays small however much is asked, and still holds what is in hand', async () => {
    const app = opened();
    await app.take(first);
    for (let at = 0; at < 3_000; at++) {
      await app.take(requestNamed(`passing-${at}`));
      await app.done(`passing-${at}`);
    }
    expect(statSync(path).size).toBeLessThan(300_000);
    expect(await opened().abandoned()).toEqual([first]);
  });

  it('lets a line go that a kill cut off, and keeps the others', async () => {
    await opened().take(first);
    writeFileSync(path, `${readFileSync(path, 'utf8')}+ second 1.AAAA`);
    expect(await opened().abandoned()).toEqual([first]);
    expect(logLines.join()).toContain('let go');
  });
});
