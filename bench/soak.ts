/**
 * A long run under load, printed as it goes: `node bench/soak.ts [minutes] [requests a second]`, ten and fifty if not
 * said otherwise. Ends with status 1 when something was lost or memory was not flat.
 */
import { mkdtempSync, readFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { countOutcomes } from '../test/load/count-outcomes.ts';
import { startLoad } from '../test/load/run-load.ts';
import { startSlackForLoad } from '../test/load/slack-for-load.ts';
import { type AppForLoad, startAppForLoad } from '../test/load/start-app-for-load.ts';
import { percentile } from './percentile.ts';
import { printTable } from './print-table.ts';
import { slopeOf } from './slope-of.ts';

const [minutes = 10, perSecond = 50] = process.argv.slice(2).map(Number);
/** The first tenth fills caches and the optimiser's code. */
const warmUpShare = 0.1;
const readEveryMs = 5_000;
/** Of what is resident when warm: beyond it, memory was not flat. */
const mostGrowth = 0.15;

const slack = await startSlackForLoad();
const databaseUrl = `sqlite:${join(mkdtempSync(join(tmpdir(), 'imt-soak-')), 'board.db')}`;
const app = await startAppForLoad({
  ...{ slack, databaseUrl, preloaded: ['./processes/report-heap.ts'], nodeArguments: ['--expose-gc'] },
  // As it is started; the delivery's times play no part here.
  variables: { REMINDER_TICK: '* * * * *' },
});
let reports = 0;

const load = startLoad(slack, () => app.url, { perSecond, patienceMs: 10_000 });
const readings: { minute: number; residentMb: number }[] = [];
const startedAtMs = performance.now();
const totalMs = minutes * 60_000;
let heapWarmMb = Number.NaN;
let seen = 0;
while (performance.now() - startedAtMs < totalMs) {
  await wait(Math.min(readEveryMs, totalMs));
  const minute = (performance.now() - startedAtMs) / 60_000;
  if (minute >= minutes * warmUpShare) {
    if (Number.isNaN(heapWarmMb)) heapWarmMb = await heapMb(app);
    readings.push({ minute, residentMb: residentMb(app.pid) });
  }
  const recent = load.asked.slice(seen).map(({ ack }) => ack);
  seen = load.asked.length;
  const acks = recent.filter(({ status }) => status === 200).map(({ ackMs }) => ackMs);
  process.stdout.write(
    `${[
      `${minute.toFixed(1)} min`,
      `${residentMb(app.pid).toFixed(0)} MB`,
      `processor ${(processorMs(app.pid) / (performance.now() - startedAtMs)).toFixed(2)}`,
      `acknowledged ${acks.length} of ${recent.length}, p50 ${percentile(acks, 0.5).toFixed(0)} ms`,
      `load of the machine ${loadavg()[0]?.toFixed(1)}`,
    ].join(', ')}\n`,
  );
}
await load.stop();
const outcomes = await countOutcomes(load.asked, slack, 60_000);
const heapEndMb = await heapMb(app);
app.signal('SIGTERM');
const { status } = await app.ended;
await slack.close();

const slope = slopeOf(readings.map(({ minute, residentMb: mb }) => [minute, mb]));
const first = readings[0]?.residentMb ?? Number.NaN;
const last = readings.at(-1)?.residentMb ?? Number.NaN;
printTable(
  `Soak, ${minutes} minutes at ${perSecond} requests a second`,
  ['', 'figure'],
  [
    ['requests', String(outcomes.asked)],
    ['answered', String(outcomes.answered)],
    ['told that it went wrong', String(outcomes.apologised)],
    ['not acknowledged', String(outcomes.failedVisibly)],
    ['acknowledged, and nothing shown', String(outcomes.silent.length)],
    ['answered more than once', String(outcomes.twice.length)],
    ['acknowledged, p99', `${outcomes.ackP99Ms} ms`],
    ['acknowledged, longest', `${outcomes.longestAckMs} ms`],
    ['resident when warm, at the end', `${first.toFixed(0)} MB, ${last.toFixed(0)} MB`],
    ['resident, slope', `${slope.toFixed(2)} MB a minute`],
    ['heap after gc when warm, at the end', `${heapWarmMb.toFixed(1)} MB, ${heapEndMb.toFixed(1)} MB`],
    ['status of the end', String(status)],
  ],
);
const failures = Map.groupBy(
  load.asked.filter(({ ack }) => ack.status !== 200),
  ({ ack }) => ack.error ?? `status ${ack.status}`,
);
for (const [reason, { length }] of failures) process.stdout.write(`not acknowledged: ${length} ${reason}\n`);
const isFlat = last <= first * (1 + mostGrowth);
process.exitCode =
  outcomes.silent.length === 0 && outcomes.failedVisibly === 0 && isFlat && status === 0 ? 0 : 1;

/** From /proc, so this runs on Linux. */
function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000;
}

/** Of one process since its start, in hundredths of a second as Linux counts them. */
function processorMs(pid: number): number {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = fields.split(' ').slice(11, 13).map(Number);
  return ((user ?? 0) + (system ?? 0)) * 10;
}

async function heapMb({ signal, printed }: AppForLoad): Promise<number> {
  signal('SIGUSR2');
  const [, bytes] = await printed(new RegExp(`heap after gc (\\d+) bytes #${++reports}`));
  return Number(bytes) / 1e6;
}
