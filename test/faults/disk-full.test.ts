import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { countOutcomes, reportOutcomes } from '../load/count-outcomes.ts';
import { loadFor } from '../load/run-load.ts';
import { openBeside, startFaultRig } from './fault-rig.ts';

/** A limit on the size of the process's files, which can be set and taken back while it runs. */
function limitFiles(pid: number, bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', `${pid}`, `--fsize=${bytes}:`]);
}

function canLimit(): boolean {
  try {
    execFileSync('prlimit', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    process.stdout.write('disk full: skipped, there is no prlimit on this machine\n');
    return false;
  }
}

it.skipIf(!canLimit())(
  'a disk that is full, and then is not, ends in replies, loses nothing that was kept, and the app goes on',
  {
    timeout: 60_000,
  },
  async () => {
    const { slack, app, databaseUrl, end } = await startFaultRig();
    const load = (ms: number) => loadFor(ms, slack, () => app.url, { perSecond: 8, patienceMs: 15_000 });
    const before = await load(1_500);
    await countOutcomes(before, slack);
    // No file may grow any more: neither the database nor its log.
    limitFiles(app.pid, statSync(`${databaseUrl.slice('sqlite:'.length)}-wal`).size);
    const during = await countOutcomes(await load(3_000), slack);
    limitFiles(app.pid, 'unlimited');
    const after = await countOutcomes(await load(1_500), slack);
    reportOutcomes('disk full', during);
    reportOutcomes('disk free again', after);
    expect(during).toMatchObject({ silent: [], failedVisibly: 0, twice: [] });
    expect(after).toMatchObject({ silent: [], failedVisibly: 0, apologised: 0 });
    expect(await end()).toBe(0);
    const { stdout } = await app.ended;
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
  },
);
