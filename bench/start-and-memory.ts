import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { startSlackStandIn } from '../test/support/slack-stand-in.ts';
import { endPeer, peers, startPeer } from './peers.ts';
import { percentile } from './percentile.ts';
import { printTable } from './print-table.ts';

const runs = 5;
const settleMs = 1_000;

/** From the start of the process until it takes requests, and what it holds in memory a second later. */
export async function startAndMemoryBenchmark(): Promise<void> {
  const slack = await startSlackStandIn();
  const rows = [];
  for (const { name, nodeArguments } of peers) {
    const starts = [];
    const sizes = [];
    for (let run = 0; run < runs; run++) {
      const app = await startPeer(nodeArguments, slack);
      await wait(settleMs);
      starts.push(app.startMs);
      sizes.push(residentMb(app.pid));
      await endPeer(app);
    }
    rows.push([name, `${percentile(starts, 0.5).toFixed(0)} ms`, `${percentile(sizes, 0.5).toFixed(0)} MB`]);
  }
  await slack.close();
  printTable(
    `Start and memory, median of ${runs} runs (targets: 1500 ms, 150 MB)`,
    ['', 'ready after', 'resident when idle'],
    rows,
  );
}

/** From /proc, so this benchmark runs on Linux. */
function residentMb(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return (Number(kilobytes) * 1024) / 1e6;
}
