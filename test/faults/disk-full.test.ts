import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { countOutcomes, reportOutcomes } from '../load/count-outcomes.ts';
import { loadFor } from '../load/run-load.ts';
import { type FaultRig, openBeside, startFaultRig } from './fault-rig.ts';

/** A limit on the size of the process's files, which can be set and taken back while it runs. */
function limitFiles(pid: number, bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', `${pid}`, `--fsize=${bytes}:`]);
}

function canRun(what: string, program: string, options: readonly string[]): boolean {
  try {
    execFileSync(program, options, { stdio: 'ignore' });
    return true;
  } catch {
    process.stdout.write(`${what}: skipped, since \`${program}\` cannot be run here\n`);
    return false;
  }
}

const smallDisk = (folder: string) => ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder];

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'imt-mount-'));
  const can = canRun('a disk without room', 'mount', smallDisk(folder));
  if (can) execFileSync('umount', [folder]);
  rmdirSync(folder);
  return can;
}

async function expectNothingLost(
  { slack, app, databaseUrl, end }: FaultRig,
  { fill, free }: { fill(): void; free(): void },
): Promise<void> {
  const load = (ms: number) => loadFor(ms, slack, () => app.url, { perSecond: 8, patienceMs: 15_000 });
  const before = await load(1_500);
  await countOutcomes(before, slack);
  fill();
  const during = await countOutcomes(await load(3_000), slack);
  free();
  const after = await countOutcomes(await load(1_500), slack);
  reportOutcomes('disk full', during);
  reportOutcomes('disk free again', after);
  expect(during).toMatchObject({ silent: [], failedVisibly: 0, twice: [] });
  expect(after).toMatchObject({ silent: [], failedVisibly: 0, apologised: 0 });
  expect(await end()).toBe(0);
  const { stdout } = await app.ended;
  // It was the disk that was in the way.
  expect(stdout).toMatch(/disk is full|disk I\/O error/);
  const lost = [...stdout.matchAll(/"alarm":"audit","lost":(\d+)/g)].reduce(
    (sum, [, n]) => sum + Number(n),
    0,
  );
  expect(lost, stdout.match(/.*"lost".*/)?.[0]).toBe(0);
  const store = await openBeside(databaseUrl);
  const { count } = await store.db
    .selectFrom('audit')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  expect(count).toBeGreaterThanOrEqual(during.answered + after.answered);
}

it.skipIf(!canRun('files that may not grow', 'prlimit', ['--version']))(
  'files that may not grow, and then may, end in replies, lose nothing that was kept, and the app goes on',
  { timeout: 60_000 },
  async () => {
    const rig = await startFaultRig();
    await expectNothingLost(rig, {
      // Neither the database nor its log.
      fill: () => limitFiles(rig.app.pid, statSync(`${rig.databaseUrl.slice('sqlite:'.length)}-wal`).size),
      free: () => limitFiles(rig.app.pid, 'unlimited'),
    });
  },
);

it.skipIf(!canMount())(
  'a disk without room, and then with it, ends in replies, loses nothing that was kept, and the app goes on',
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'imt-disk-'));
    execFileSync('mount', smallDisk(folder));
    onTestFinished(() => {
      execFileSync('umount', ['--lazy', folder]);
    });
    const rig = await startFaultRig({ databaseUrl: `sqlite:${join(folder, 'board.db')}` });
    const ballast = join(folder, 'ballast');
    const fill = () => {
      // Ever smaller pieces, until not one page is left.
      for (let bytes = 4 << 20; bytes >= 4096; bytes >>= 1)
        try {
          for (;;) writeFileSync(ballast, Buffer.alloc(bytes), { flag: 'a' });
        } catch (error) {
          expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
        }
    };
    await expectNothingLost(rig, { fill, free: () => rmSync(ballast) });
  },
);
