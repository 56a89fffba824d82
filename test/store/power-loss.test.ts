import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { insertFollowUp } from '../../src/store/follow-ups.ts';
import { withStore } from './engines.ts';
import { Disk } from './power-loss/disk.ts';
import { cannotRecord, type DiskEvent, recordWrites } from './power-loss/record-writes.ts';
import { fullFollowUp } from './records.ts';

/** Enough for the write-ahead log to be copied back into the database a few times. */
const commits = 120;
const cuts = 150;
const reason = cannotRecord();
if (reason !== null && process.env.STRACE_REQUIRED) throw new Error(`The power cut is not tried: ${reason}.`);
if (reason !== null) process.stdout.write(`power loss: skipped, because ${reason}\n`);

it.skipIf(reason !== null)(
  'a power cut at any moment loses no commit that SQLite acknowledged',
  {
    timeout: 120_000,
  },
  async () => {
    const writing = await recorded('full');
    const { path, events } = writing;
    const acknowledged = events.filter(({ kind }) => kind === 'acknowledged').length;
    const syncs = events.filter((one) => one.kind === 'sync' && one.path === `${path}-wal`).length;
    // The kill may cut off the record of the last one.
    expect(acknowledged).toBeGreaterThanOrEqual(commits - 1);
    expect(syncs).toBeGreaterThanOrEqual(acknowledged);
    const results = await cutPower(writing);
    expect(results.filter(({ lost }) => lost > 0)).toEqual([]);
    expect(results.filter(({ broken }) => broken !== null)).toEqual([]);
    process.stdout.write(
      `power loss: ${results.length} cuts over ${acknowledged} commits and ${syncs} syncs, 0 lost, 0 broken\n`,
    );
  },
);

it.skipIf(reason !== null)(
  'and a cut with synchronous = NORMAL loses some, or the test would be blind',
  {
    timeout: 120_000,
  },
  async () => {
    const results = await cutPower(await recorded('normal'));
    const losing = results.filter(({ lost }) => lost > 0).length;
    expect(losing).toBeGreaterThan(0);
    process.stdout.write(`power loss with NORMAL: ${losing} of ${results.length} cuts lost commits\n`);
  },
);

interface Recorded {
  path: string;
  folder: string;
  /** The disk as it is before the first event. */
  disk: Disk;
  events: readonly DiskEvent[];
}

async function recorded(mode: 'full' | 'normal'): Promise<Recorded> {
  const folder = mkdtempSync(join(tmpdir(), 'imt-power-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'board.db');
  await withStore(`sqlite:${path}`, (store) => store.transaction((tx) => insertFollowUp(tx, fullFollowUp)));
  const disk = new Disk([path]);
  return { path, folder, disk, events: await recordWrites(`sqlite:${path}`, commits, mode) };
}

/** Half of the cuts right behind a commit, with nothing of what was not synced; half anywhere, with some of it. */
async function cutPower({ folder, disk, events }: Recorded) {
  const behindCommit = events.flatMap(({ kind }, at) => (kind === 'acknowledged' ? [at] : []));
  const anywhere = [...events.keys()];
  const chosen = new Map<number, number>();
  for (let cut = 0; cut < cuts; cut++) {
    const [places, share] = cut % 2 === 0 ? [behindCommit, 0] : [anywhere, Math.random()];
    chosen.set(places[Math.floor(Math.random() * places.length)] ?? 0, share);
  }
  const acknowledged: number[] = [];
  const results = [];
  for (const [at, event] of events.entries()) {
    disk.take(event);
    if (event.kind === 'acknowledged') acknowledged.push(event.number);
    const share = chosen.get(at);
    if (share === undefined) continue;
    const after = join(folder, `after-${at}`);
    disk.afterPowerLoss(after, () => Math.random() < share);
    results.push({ at, share, ...(await openAgain(join(after, 'board.db'), acknowledged)) });
    rmSync(after, { recursive: true });
  }
  return results;
}

/** How many acknowledged commits are gone, and what is wrong with what is there. */
async function openAgain(path: string, acknowledged: readonly number[]) {
  return withStore(`sqlite:${path}`, async ({ db }) => {
    const { rows } = await sql<{ integrityCheck: string }>`pragma integrity_check`.execute(db);
    const numbersOf = async (table: 'occurrence' | 'history' | 'outbox', column: string) =>
      (
        await sql<{ n: number }>`select ${sql.ref(column)} as n from ${sql.table(table)} order by 1`.execute(
          db,
        )
      ).rows.map(({ n }) => n);
    const kept = await numbersOf('occurrence', 'number');
    const halves = [await numbersOf('history', 'atMs'), await numbersOf('outbox', 'dueAtMs')];
    const there = new Set(kept);
    const whole = halves.every((half) => half.join() === kept.join());
    return {
      lost: acknowledged.filter((number) => !there.has(number)).length,
      broken: rows[0]?.integrityCheck !== 'ok' ? rows : whole ? null : 'a commit was kept by halves',
    };
  });
}
